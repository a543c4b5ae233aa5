import type { Client } from '@opensearch-project/opensearch';
import { z } from 'zod';
import { pages } from '../../../dashboards/pages/pages.ts';
import { askSearch } from '../../../functions/query/ask-search.ts';
import { route } from '../../../functions/query/route.ts';
import { rotations } from '../../../model/documents/dated-index.ts';
import { defaultLimits } from '../../../model/quality/limits.ts';
import type { Measurement, Part } from '../measurement.ts';
import { median } from '../median.ts';
import { fillMonth } from '../month/fill-month.ts';
import { makeMonth, month } from '../month/month.ts';
import { withOwnSearchNode } from '../month/own-search-node.ts';
import { patientClient } from '../search-service.ts';

/** Agents and their windows in a month, in millions. */
const largest = { agents: 100, millions: 3 };
const sizes = [{ agents: 10, millions: 0.3 }, { agents: 33, millions: 1 }, largest];
/** Filling in the largest takes half an hour the first time. */
const upTo = Number(process.env.MILLION_WINDOWS ?? largest.millions);
/** `daily`, `weekly` or `monthly`, each with data of its own; weekly is what most domains of 100 agents get. */
const rotation = z.enum(rotations).default('weekly').parse(process.env.INDEX_ROTATION);
const rounds = 7;

/** A Thursday morning at two of the three sites. */
const now = '2026-01-29T10:00:00.000Z';
const lastHour = { name: 'the last hour', from: '2026-01-29T09:00:00.000Z', to: now, bar: 200 };
const ranges = [{ name: '30 days', from: month.from, to: month.to, bar: 600 }, lastHour];

type Question = {
  readonly name: string;
  readonly path: string;
  readonly more?: Readonly<Record<string, string>>;
  /** Takes no range. */
  readonly isOfNow?: true;
};

/** What is asked for as a page opens; what it must show within the bars. */
const first: readonly Question[] = [
  { name: 'overview', path: 'overview' },
  ...Object.keys(pages).map((page) => ({ name: page, path: 'page', more: { page } })),
  { name: 'now', path: 'now', isOfNow: true },
  { name: 'agents', path: 'agents' },
  { name: 'list of calls', path: 'calls' },
];
/** What comes in beside it. */
const second: readonly Question[] = [
  { name: 'findings of the overview', path: 'findings' },
  { name: 'all figures by agent', path: 'figures', more: { by: 'agent' } },
  { name: 'agent API of the overview', path: 'agent-api' },
  { name: 'choices of the filters', path: 'filters' },
];

/** What the first page of each dashboard costs, with a cold request cache and with a warm one. */
export const part: Part = (tell) =>
  withOwnSearchNode(`month-${rotation}`, tell, async (searchUrl) => {
    const search = patientClient(searchUrl);
    const made = await makeMonth(largest.agents, rotation);
    const measurements: Measurement[] = [];
    let filled = 0;
    for (const size of sizes.filter(({ millions }) => millions <= upTo)) {
      await fillMonth(search, made, [filled, size.agents], tell);
      filled = size.agents;
      measurements.push(...(await measureAll(search, size, tell)));
    }
    return measurements;
  });

async function measureAll(
  search: Client,
  { millions }: typeof largest,
  tell: (progress: string) => void,
): Promise<Measurement[]> {
  const means = {
    ask: askSearch(search),
    view: { limits: null, apiCalls: true },
    limits: defaultLimits,
    now: () => new Date(now),
  };
  const measurements: Measurement[] = [];
  for (const range of ranges) {
    const { name, from, to, bar } = range;
    const asked = [...first, ...second].filter(({ isOfNow }) => !isOfNow || range === lastHour);
    for (const question of asked) {
      const title = `${question.name}, ${name}, ${millions} million windows`;
      tell(title);
      const query = { ...(question.isOfNow ? {} : { from, to }), ...question.more };
      const ask = () => route(question.path, new URLSearchParams(query), means);
      const { cold, warm } = await timesOf(search, ask);
      measurements.push({
        name: title,
        value: cold,
        unit: 'ms',
        ...(millions === largest.millions && first.includes(question) ? { bar: { atMost: bar } } : {}),
        note: `${warm.toFixed(0)} ms when asked again`,
      });
    }
  }
  return measurements;
}

async function timesOf(search: Client, ask: () => Promise<unknown>): Promise<{ cold: number; warm: number }> {
  const cold: number[] = [];
  const warm: number[] = [];
  // The first round loads what a service in use has in its memory.
  for (let round = 0; round <= rounds; round++) {
    await search.indices.clearCache({ request: true, query: true, fielddata: false });
    const times = [await timed(ask), await timed(ask)] as const;
    if (round === 0) continue;
    cold.push(times[0]);
    warm.push(times[1]);
  }
  return { cold: median(cold), warm: median(warm) };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
