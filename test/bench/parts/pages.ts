import type { Client } from '@opensearch-project/opensearch';
import { z } from 'zod';
import { pages } from '../../../dashboards/pages/pages.ts';
import type { Page } from '../../../dashboards/panels/panel.ts';
import { askSearch } from '../../../functions/query/ask-search.ts';
import { readRollUp, rolledUpAsk } from '../../../functions/query/rolled-up-ask.ts';
import { route } from '../../../functions/query/route.ts';
import { rotations } from '../../../model/documents/dated-index.ts';
import { defaultLimits } from '../../../model/quality/limits.ts';
import type { Measurement, Part } from '../measurement.ts';
import { costOfAsking } from '../month/cost-of-asking.ts';
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

/** A Thursday morning at two of the three sites. */
const now = '2026-01-29T10:00:00.000Z';
const lastHour = { name: 'the last hour', from: '2026-01-29T09:00:00.000Z', to: now, bar: 200 };
const ranges = [{ name: '30 days', from: month.from, to: month.to, bar: 600 }, lastHour];

type Question = {
  readonly name: string;
  readonly path: string;
  readonly more?: readonly (readonly [string, string])[];
  /** Takes no range. */
  readonly isOfNow?: true;
};

/** What is asked for as a page opens; what it must show within the bars. */
const first: readonly Question[] = [
  { name: 'overview', path: 'overview' },
  ...Object.values(pages).map((page) => ({ name: page.id, path: 'page', more: firstOf(page) })),
  { name: 'now', path: 'now', isOfNow: true },
  { name: 'agents', path: 'agents' },
  { name: 'list of calls', path: 'calls' },
];
/** What comes in beside it. */
const second: readonly Question[] = [
  { name: 'findings of the overview', path: 'findings' },
  { name: 'all figures by agent', path: 'figures', more: [['by', 'agent']] },
  { name: 'agent API of the overview', path: 'agent-api' },
  { name: 'choices of the filters', path: 'filters' },
];

/** As the page asks: of panels in sections those of the first. */
function firstOf({ id, panels }: Page): (readonly [string, string])[] {
  const [section] = panels.flatMap((panel) => panel.section ?? []);
  const shown = section === undefined ? [] : panels.filter((panel) => panel.section === section);
  return [['page', id], ...shown.map((panel) => ['panel', panel.id] as const)];
}

/** What the first page of each dashboard costs, with a cold request cache and with a warm one. */
export const part: Part = async (tell) => {
  const made = await makeMonth(largest.agents, rotation);
  const measurements: Measurement[] = [];
  for (const size of sizes.filter(({ millions }) => millions <= upTo)) {
    await withOwnSearchNode(`month-${rotation}-${size.millions}`, tell, async (searchUrl) => {
      const search = patientClient(searchUrl);
      await fillMonth(search, made, size.agents, tell);
      measurements.push(...(await measureAll(search, size, tell)));
    });
  }
  return measurements;
};

async function measureAll(
  search: Client,
  { millions }: typeof largest,
  tell: (progress: string) => void,
): Promise<Measurement[]> {
  const ask = askSearch(search);
  const means = {
    ask: rolledUpAsk(ask, () => readRollUp(ask)),
    view: { limits: null, apiCalls: true },
    limits: defaultLimits,
    raisedAlerts: async () => null,
    now: () => new Date(now),
  };
  const measurements: Measurement[] = [];
  for (const range of ranges) {
    const { name, from, to, bar } = range;
    const asked = [...first, ...second].filter(({ isOfNow }) => !isOfNow || range === lastHour);
    for (const question of asked) {
      const title = `${question.name}, ${name}, ${millions} million windows`;
      tell(title);
      const query = new URLSearchParams(question.isOfNow ? {} : { from, to });
      for (const [key, value] of question.more ?? []) query.append(key, value);
      const ask = () => route(question.path, query, means);
      const { cold, warm, processor } = await costOfAsking(search, ask);
      measurements.push({
        name: title,
        value: cold,
        unit: 'ms',
        ...(millions === largest.millions && first.includes(question) ? { bar: { atMost: bar } } : {}),
        note: `${warm.toFixed(0)} ms when asked again; ${processor.toFixed(0)} ms of the service’s processor time`,
      });
    }
  }
  return measurements;
}
