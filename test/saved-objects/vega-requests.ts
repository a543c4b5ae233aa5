import { parse, View } from 'vega';
import type { Visualization } from './read-export.ts';
import { type Answer, type Body, type PanelRequest, queryOf, type Range } from './search-body.ts';
import { type VegaSpec, type VegaUrl, vegaSpecOf } from './vega.ts';

/** What a picture in Vega asks, as Dashboards fills in the time range and leaves out filters that nobody set. */
export function vegaRequests(its: Visualization, range: Range): PanelRequest[] {
  return vegaSpecOf(its).data.flatMap(({ name, url }) =>
    url
      ? [
          {
            of: `${its.id}: ${name}`,
            pattern: url.index,
            body: bodyOf(url, range),
            drawn: ({ hits, aggregations = {} }: Answer) =>
              hits.hits.length + Object.values(aggregations).filter(hasData).length,
          },
        ]
      : [],
  );
}

function hasData(aggregation: unknown): boolean {
  const { buckets = [], values = {} } = aggregation as { buckets?: readonly unknown[]; values?: object };
  return buckets.length > 0 || Object.values(values).some((value) => value !== null);
}

function bodyOf({ body, ...url }: VegaUrl, range: Range): Body {
  if (url['%context%'] && body.query) throw new Error('Dashboards refuses a query beside %context%');
  const whole = { size: 10, ...body, query: body.query ?? queryOf(range) };
  return filledIn(whole, range) as Body;
}

const weekMillis = 7 * 86_400_000;

function filledIn(value: unknown, range: Range): unknown {
  if (Array.isArray(value)) {
    const isContext = (inner: unknown) =>
      typeof inner === 'string' && inner.startsWith('%dashboard_context-');
    return value.filter((inner) => !isContext(inner)).map((inner) => filledIn(inner, range));
  }
  if (value === null || typeof value !== 'object') return value;
  if ('%timefilter%' in value) {
    const { shift = 0 } = value as { shift?: number };
    const bound = value['%timefilter%'] === 'min' ? range.from : range.to;
    return Date.parse(bound) + shift * weekMillis;
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, filledIn(inner, range)]));
}

type Drawn = { readonly svg: string; readonly width: number; readonly height: number };
export const panelSize = { width: 700, height: 350 };

/**
 * Draws a picture of what the search service answered, as Dashboards does in a panel of this size.
 *
 * @returns the picture, and how much of the panel is left for it beside axes, legends and words
 * @throws Error of Vega, also of what it only warns of
 */
export async function draw(its: Visualization, answers: readonly Answer[]): Promise<Drawn> {
  const spec = withAnswers(vegaSpecOf(its), answers);
  const view = new View(parse(spec as unknown as Parameters<typeof parse>[0]), { renderer: 'none' });
  const fail = (...args: readonly unknown[]) => {
    throw new Error(args.map(String).join(' '));
  };
  view.logger({ ...view.logger(), warn: fail, error: fail } as ReturnType<typeof view.logger>);
  try {
    await view.width(panelSize.width).height(panelSize.height).runAsync();
    return { svg: await view.toSVG(), width: view.width(), height: view.height() };
  } finally {
    view.finalize();
  }
}

function withAnswers(spec: VegaSpec, answers: readonly Answer[]): object {
  const rest = [...answers];
  const data = spec.data.map(({ url, ...its }) => (url ? { ...its, values: rest.shift() } : its));
  return { ...spec, data };
}
