import type { Client } from '@opensearch-project/opensearch';
import { z } from 'zod';
import { pages } from '../../../dashboards/pages/pages.ts';
import type { Page, Panel } from '../../../dashboards/panels/panel.ts';
import { askSearch } from '../../../functions/query/ask-search.ts';
import { buildMeans } from '../../../functions/query/example-means.ts';
import { readRollUp, rolledUpAsk } from '../../../functions/query/rolled-up-ask.ts';
import { route } from '../../../functions/query/route.ts';
import { rotations } from '../../../model/documents/dated-index.ts';
import { type DatedKind, datedKinds } from '../../../model/documents/kinds.ts';
import type { Measurement, Part } from '../measurement.ts';
import { costOfAsking } from '../month/cost-of-asking.ts';
import { costTable, type PageCost } from '../month/cost-table.ts';
import { comparedWith, fillMonth } from '../month/fill-month.ts';
import { makeMonth, month } from '../month/month.ts';
import { withOwnSearchNode } from '../month/own-search-node.ts';
import { rollUpMonth } from '../month/roll-up-month.ts';
import { patientClient } from '../search-service.ts';

/** Agents and their windows in a month, in millions. */
const largest = { agents: 100, millions: 3 };
const sizes = [{ agents: 10, millions: 0.3 }, { agents: 33, millions: 1 }, largest];
/** The smallest alone takes minutes the first time, the largest a good part of an hour. */
const upTo = Number(process.env.MILLION_WINDOWS ?? sizes[0]?.millions);
/** `daily`, `weekly` or `monthly`, each with data of its own; weekly is what most domains of 100 agents get. */
const rotation = z.enum(rotations).default('weekly').parse(process.env.INDEX_ROTATION);
/** Kinds of documents that are not filled in, and so what reads them is not asked. */
const without = z.array(z.enum(datedKinds)).parse((process.env.LEAVE_OUT ?? '').split(',').filter(Boolean));

const thirtyDays = { name: `${month.days} days`, from: month.from, to: month.now, bar: 600 };
const lastHour = { name: 'the last hour', from: month.lastHour, to: month.now, bar: 200 };
const ranges = [thirtyDays, lastHour];

type Question = {
  readonly name: string;
  readonly path: string;
  readonly more?: readonly (readonly [string, string])[];
  /** Takes no range. */
  readonly isOfNow?: true;
  /** What it reads beside calls and their reports. */
  readonly reads?: readonly DatedKind[];
};

/** What is asked for as a page opens; what it must show within the bars. */
const first: readonly Question[] = [
  { name: 'overview', path: 'overview' },
  ...Object.values(pages).map((page) => ({ name: page.id, path: 'page', ...firstOf(page) })),
  { name: 'now', path: 'now', isOfNow: true, reads: ['softphone-stream-stats'] },
  { name: 'agents', path: 'agents' },
  { name: 'list of calls', path: 'calls' },
];
/** What comes in beside it. */
const second: readonly Question[] = [
  { name: 'findings of the overview', path: 'findings', reads: ['softphone-api-metrics'] },
  { name: 'all figures by agent', path: 'figures', more: [['by', 'agent']] },
  { name: 'agent API of the overview', path: 'agent-api', reads: ['softphone-api-metrics'] },
  { name: 'choices of the filters', path: 'filters' },
];

/** As the page asks: of panels in sections those of the first. */
function firstOf({ id, panels }: Page): Pick<Question, 'more' | 'reads'> {
  const [section] = panels.flatMap((panel) => panel.section ?? []);
  const shown = panels.filter((panel) => section === undefined || panel.section === section);
  const named = section === undefined ? [] : shown.map((panel) => ['panel', panel.id] as const);
  return { more: [['page', id], ...named], reads: shown.flatMap(kindsOf) };
}

function kindsOf(panel: Panel): DatedKind[] {
  if (panel.kind === 'heatMap') return [panel.measure.index];
  if (panel.kind === 'contacts') return ['connect-contacts'];
  const measured = panel.kind === 'distribution' ? panel.series : panel.measures;
  return measured.map(({ index }) => index);
}

/** What the first page of each dashboard costs, with a cold request cache and with a warm one. */
export const part: Part = async (tell) => {
  const made = await makeMonth(largest.agents, rotation);
  const costs: PageCost[] = [];
  for (const size of sizes.filter(({ millions }) => millions <= upTo)) {
    await withOwnSearchNode(`month-${rotation}-${size.millions}`, tell, async (searchUrl) => {
      const search = patientClient(searchUrl);
      await fillMonth(search, made, { agents: size.agents, without }, tell);
      if (!without.includes('softphone-api-metrics')) {
        tell('rolling up the half hours of API calls');
        await rollUpMonth(search, new Date(month.now));
      }
      costs.push(...(await costsOf(search, size.millions, tell)));
    });
  }
  for (const line of costTable(costs)) tell(line);
  tell(
    `The period before has ${comparedWith.join(' and ')} alone: nothing else is compared with anything here.`,
  );
  return costs.map(measurementOf);
};

async function costsOf(search: Client, millions: number, tell: (progress: string) => void) {
  const ask = askSearch(search);
  const rolledUp = rolledUpAsk(ask, () => readRollUp(ask));
  const means = buildMeans(rolledUp, { now: () => new Date(month.now) });
  const costs: PageCost[] = [];
  for (const range of ranges) {
    const { name, from, to } = range;
    for (const question of [...first, ...second].filter((one) => isAsked(one, range))) {
      tell(`${question.name}, ${name}, ${millions} million windows`);
      const query = new URLSearchParams(question.isOfNow ? {} : { from, to });
      for (const [key, value] of question.more ?? []) query.append(key, value);
      const cost = await costOfAsking(search, () => route(question.path, query, means));
      const isAlone = (question.reads ?? []).some((kind) => !comparedWith.includes(kind));
      costs.push({ page: question.name, range: name, millions, isAlone, ...cost });
    }
  }
  return costs;
}

function isAsked({ isOfNow, reads = [] }: Question, range: (typeof ranges)[number]): boolean {
  return (!isOfNow || range === lastHour) && !reads.some((kind) => without.includes(kind));
}

function measurementOf({ page, range, millions, isAlone, cold, warm, processor }: PageCost): Measurement {
  const bar = ranges.find(({ name }) => name === range)?.bar;
  const isBound =
    bar !== undefined && millions === largest.millions && first.some(({ name }) => name === page);
  return {
    name: `${page}, ${range}, ${millions} million windows`,
    value: cold,
    unit: 'ms',
    ...(isBound ? { bar: { atMost: bar } } : {}),
    note: [
      `${warm.toFixed(0)} ms when asked again`,
      `${processor.toFixed(0)} ms of the service’s processor time`,
      ...(isAlone ? ['without what it compares: the period before has none of it'] : []),
    ].join('; '),
  };
}
