import { expect } from 'vitest';
import type { BreakdownPanel, OverTimePanel, Panel } from '../../../dashboards/panels/panel.ts';
import type { Figures } from '../../../model/query/figure.ts';
import type { AnswerOf, PanelAnswer } from '../../../model/query/page.ts';
import type { Split } from '../../../model/query/split.ts';
import { disagrees } from './contact-measures.ts';
import { expectDistribution } from './expect-distribution.ts';
import { expectFigure, expectFigures } from './expect-figures.ts';
import { sum } from './expected.ts';
import { hourOf } from './hour-of.ts';
import { type AnyDocument, type Documents, populationOf } from './populations.ts';
import { valuesOf } from './values-of.ts';

/** What a panel was asked for, and all that is stored of it. */
export type Truth = {
  readonly now: Documents;
  readonly before: Documents;
  /** Where the last column ends. */
  readonly to: string;
  readonly zone: string;
  /** By what a panel is split that leaves it to the viewer. */
  readonly by: Split;
};

/** Holds every figure of a panel's answer to what the documents come to. */
export function expectPanel(panel: Panel, answer: PanelAnswer | undefined, truth: Truth): void {
  expect(answer?.kind).toBe(panel.kind);
  if (panel.kind === 'figures') expectFiguresPanel(idsOf(panel.measures), as('figures', answer), truth);
  if (panel.kind === 'overTime') expectOverTime(panel, as('overTime', answer), truth);
  if (panel.kind === 'breakdown') {
    const by = panel.by === 'chosen' ? truth.by : panel.by;
    expectBreakdown(panel, by, as('breakdown', answer), truth);
  }
  if (panel.kind === 'distribution') expectDistribution(as('distribution', answer), truth.now);
  if (panel.kind === 'contacts') expectContacts(as('contacts', answer), truth);
  if (panel.kind === 'heatMap') expectHeatMap(panel.measure.id, as('heatMap', answer), truth);
}

const idsOf = (measures: readonly { id: string }[]) => measures.map(({ id }) => id);

function as<Kind extends PanelAnswer['kind']>(kind: Kind, answer: PanelAnswer | undefined): AnswerOf<Kind> {
  if (answer?.kind !== kind) throw new Error(`no ${kind}`);
  return answer as AnswerOf<Kind>;
}

/** The newest contacts on which our figures and Amazon Connect's score disagree: the one such list. */
function expectContacts({ total, contacts }: AnswerOf<'contacts'>, truth: Truth): void {
  const expected = truth.now.contacts
    .filter(disagrees)
    .sort((a, b) =>
      a['@timestamp'] > b['@timestamp']
        ? -1
        : a['@timestamp'] < b['@timestamp']
          ? 1
          : a.contactId < b.contactId
            ? -1
            : 1,
    );
  expect(total).toBe(expected.length);
  expect(contacts.map(({ contactId }) => contactId)).toEqual(
    expected.slice(0, 25).map(({ contactId }) => contactId),
  );
  for (const contact of contacts) {
    expect(expected.find(({ contactId }) => contactId === contact.contactId)).toMatchObject(contact);
  }
}

function expectFiguresPanel(ids: readonly string[], answer: AnswerOf<'figures'>, truth: Truth): void {
  const { of } = populationOf(ids[0] ?? '');
  expectFigures(answer.now, ids, of(truth.now));
  expectFigures(answer.before, ids, of(truth.before));
}

function expectBreakdown(
  panel: BreakdownPanel,
  by: Split,
  answer: AnswerOf<'breakdown'>,
  truth: Truth,
): void {
  const own = groupsOf(idsOf(panel.measures), by, truth);
  const beside = groupsOf(idsOf(panel.beside ?? []), by, truth);
  const { now, before } = own;
  if (['failure', 'symptom', 'warning', 'fault'].includes(by)) now.delete(null);
  expect([by, answer.by, answer.more]).toEqual([by, by, now.size - (now.has(null) ? 1 : 0) > 50]);
  expect(new Set(answer.groups.map(({ key }) => key))).toEqual(new Set(now.keys()));
  for (const group of answer.groups) {
    for (const some of [own, beside]) {
      expectFigures(pick(group.now, some.ids), some.ids, some.now.get(group.key) ?? []);
      if (group.before)
        expectFigures(pick(group.before, some.ids), some.ids, some.before.get(group.key) ?? []);
    }
    expect(Object.keys(group.now).sort()).toEqual([...own.ids, ...beside.ids].sort());
    expect(group.before !== null).toBe(panel.compare === true && before.has(group.key));
  }
}

/** What some measures of a panel are of, by the values of the split. */
function groupsOf(ids: readonly string[], by: Split, truth: Truth) {
  const of = (all: Documents) => grouped(ids[0] === undefined ? [] : populationOf(ids[0]).of(all), by);
  return { ids, now: of(truth.now), before: of(truth.before) };
}

const pick = (figures: Figures, ids: readonly string[]): Figures =>
  Object.fromEntries(Object.entries(figures).filter(([id]) => ids.includes(id)));

/** The documents by value; those of which it is not known under null. */
function grouped(documents: readonly AnyDocument[], by: Split): Map<string | null, AnyDocument[]> {
  return groupedBy(documents, (document) => {
    const values = valuesOf(by, document);
    return values.length > 0 ? values : [null];
  });
}

function groupedBy<Key>(
  documents: readonly AnyDocument[],
  keysOf: (document: AnyDocument) => readonly Key[],
): Map<Key, AnyDocument[]> {
  const groups = new Map<Key, AnyDocument[]>();
  for (const document of documents) {
    for (const key of keysOf(document)) {
      const group = groups.get(key);
      if (group) group.push(document);
      else groups.set(key, [document]);
    }
  }
  return groups;
}

/** The columns are a timeline without holes, and each holds the documents of its own time. */
function expectOverTime(
  { measures, beside = [], split }: OverTimePanel,
  answer: AnswerOf<'overTime'>,
  truth: Truth,
): void {
  const [own, others] = [idsOf(measures), idsOf(beside)];
  const all = populationOf(own[0] ?? '').of(truth.now);
  const groups = split ? grouped(all, split) : new Map<string | null, typeof all>([[null, all]]);
  if (split) groups.delete(null);
  const sizes = [...groups.values()].map(sizeOf).sort((a, b) => b - a);
  const shown = answer.series.map(({ key }) => sizeOf(groups.get(key) ?? []));
  expect(shown).toEqual(sizes.slice(0, 8));
  for (const series of answer.series) {
    expect(Object.keys(series.columns).sort()).toEqual([...own, ...others].sort());
    const times = [...answer.times, truth.to];
    for (const id of own) expectColumns(id, series, times, groups.get(series.key) ?? []);
    for (const id of others) expectColumns(id, series, times, populationOf(id).of(truth.now));
  }
}

/** @param times when the columns begin, and where the last one ends */
function expectColumns(
  id: string,
  { key, columns }: AnswerOf<'overTime'>['series'][number],
  times: readonly string[],
  documents: readonly AnyDocument[],
): void {
  const { values, restsOn } = columns[id] ?? { values: [], restsOn: [] };
  expect(values).toHaveLength(times.length - 1);
  for (const [i, value] of values.entries()) {
    const [from = '', to = ''] = times.slice(i);
    const own = documents.filter((one) => one['@timestamp'] >= from && one['@timestamp'] < to);
    const figure = { value, restsOn: restsOn[i] ?? 0 };
    expectFigure(`${id} ${key} ${from}`, figure, populationOf(id).figure(id, own), 4);
  }
}

/** Requests are counted, not the documents that sum them up. */
function sizeOf(documents: readonly (AnyDocument & { readonly count?: number })[]): number {
  return sum(documents.map(({ count = 1 }) => count));
}

function expectHeatMap(id: string, answer: AnswerOf<'heatMap'>, truth: Truth): void {
  const population = populationOf(id);
  const cells = groupedBy(population.of(truth.now), (one) => [hourOf(one['@timestamp'], truth.zone)]);
  expect(answer.measure).toBe(id);
  expect(answer.values.map((row) => row.length)).toEqual(new Array(7).fill(24));
  for (const [weekday, row] of answer.values.entries()) {
    for (const [hour, value] of row.entries()) {
      const name = `${weekday} ${hour}`;
      const restsOn = answer.restsOn[weekday]?.[hour] ?? 0;
      const expected = population.figure(id, cells.get(name) ?? []);
      expectFigure(`${id} ${name}`, { value, restsOn }, expected, 4);
    }
  }
}
