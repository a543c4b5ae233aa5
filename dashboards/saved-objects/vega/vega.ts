import type { SavedObject } from '../saved-object.ts';
import { visualization } from '../visualization.ts';

export type VegaPicture = {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Without what is the same in all. */
  readonly spec: Readonly<Record<string, unknown>>;
};

/** The language that OpenSearch Dashboards 2.x (Vega 5) and later ones (6) both read. */
const $schema = 'https://vega.github.io/schema/vega/v5.json';

/** Vega warns of every scale without data: nobody in front of an empty panel needs to read that. */
const config = { kibana: { hideWarnings: true } };

/** A picture in Vega: for what none of Dashboards' own types draws. It fills its panel. */
export function vegaPicture({ spec, ...its }: VegaPicture): SavedObject {
  const whole = { $schema, autosize: { type: 'fit', contains: 'padding' }, padding: 5, config, ...spec };
  return visualization({ ...its, type: 'vega', params: { spec: JSON.stringify(whole, null, 2) } });
}

/** The documents of a kind's indices that the dashboard's time range, query and filters leave. */
export function asked(kind: string, body: object) {
  return { '%context%': true, '%timefield%': '@timestamp', index: `${kind}-*`, body };
}
