import * as z from 'zod';
import type { Visualization } from './read-export.ts';

const url = z.object({
  '%context%': z.literal(true).optional(),
  '%timefield%': z.string().optional(),
  index: z.string(),
  body: z.record(z.string(), z.unknown()),
});
const data = z.looseObject({ name: z.string(), url: url.optional() });
const spec = z.looseObject({ $schema: z.string(), data: z.array(data) });
export type VegaSpec = z.infer<typeof spec>;
export type VegaUrl = z.infer<typeof url>;

/** The specification of a visualization of type `vega`. Throws if it is no JSON, or none of Vega's. */
export function vegaSpecOf({ attributes }: Visualization): VegaSpec {
  return spec.parse(JSON.parse(z.string().parse(attributes.visState.params.spec)));
}
