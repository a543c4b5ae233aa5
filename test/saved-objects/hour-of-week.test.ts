import { parse, View } from 'vega';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { judgeCell } from '../../dashboards/judge-cell.ts';
import { poorCalls } from '../../dashboards/measures/calls.ts';
import { hourOfWeek } from '../../dashboards/saved-objects/vega/hour-of-week.ts';
import { defaultLimits } from '../../model/quality/limits.ts';

/** Monday, by UTC. */
const monday = Date.parse('2026-03-02T00:00:00Z');
const wholes = [5, 6, 12, 19, 20, 35, 60, 120, 400];
const shares = [0, 4, 8, 10, 11, 20, 30, 50, 100];
const cells = wholes.flatMap((whole) =>
  shares.map((share) => ({ whole, part: Math.round((share / 100) * whole) })),
);
const drawn = z.object({ part: z.number(), whole: z.number(), rating: z.string() });

test('an hour of the week is coloured where the managers’ pages colour it, or less', async () => {
  const { attributes } = hourOfWeek(poorCalls);
  const { params } = z
    .object({ params: z.object({ spec: z.string() }) })
    .parse(JSON.parse(String(attributes.visState)));
  const spec = JSON.parse(params.spec);
  const [{ url: _, ...hours }] = spec.data;
  const values = cells.map(({ part, whole }, i) => ({
    key: monday + 3_600_000 * i,
    part: { doc_count: part },
    whole: { doc_count: whole },
  }));
  const view = new View(parse({ ...spec, data: [{ ...hours, values, format: undefined }] }));
  await view.runAsync();
  const found = z.array(drawn).parse(view.data('hours'));
  expect(found).toHaveLength(cells.length);
  const colours = { good: 0, unclassified: 1, fair: 2, poor: 3 };
  const of = (words: string) =>
    words === 'perhaps more'
      ? 'unclassified'
      : words.startsWith('up')
        ? 'good'
        : words.endsWith(' 10 %')
          ? 'poor'
          : 'fair';
  let same = 0;
  for (const { part, whole, rating } of found) {
    const page = judgeCell(poorCalls, { value: (100 * part) / whole, restsOn: whole }, defaultLimits);
    expect(colours[of(rating)], `${part} of ${whole}`).toBeLessThanOrEqual(Math.max(1, colours[page]));
    if (of(rating) === page) same++;
  }
  const coloured = (part: number, whole: number) =>
    found.find((its) => its.part === part && its.whole === whole)?.rating;
  expect([coloured(1, 5), coloured(5, 5), coloured(4, 12), coloured(60, 120)]).toEqual([
    'perhaps more',
    'more than 10 %',
    'perhaps more',
    'more than 10 %',
  ]);
  expect(same / found.length).toBeGreaterThan(0.85);
});
