import { Client } from '@opensearch-project/opensearch';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as agentApi from '../../dashboards/measures/agent-api.ts';
import * as agreement from '../../dashboards/measures/agreement.ts';
import * as audio from '../../dashboards/measures/audio.ts';
import * as calls from '../../dashboards/measures/calls.ts';
import { costs } from '../../dashboards/measures/costs.ts';
import * as coverage from '../../dashboards/measures/coverage.ts';
import type { Measure } from '../../dashboards/measures/measure.ts';
import * as service from '../../dashboards/measures/service.ts';
import * as setup from '../../dashboards/measures/setup.ts';
import {
  contacts,
  faultMeasures,
  notJudged,
  poorContactCount,
  poorContacts,
  unclear,
} from '../../dashboards/measures/verdicts.ts';
import { windowMeasures } from '../../dashboards/measures/windows.ts';
import { savedObjects } from '../../dashboards/saved-objects/all.ts';
import { toNdjson } from '../../dashboards/saved-objects/ndjson.ts';
import type { SavedObject } from '../../dashboards/saved-objects/saved-object.ts';
import { measureTable } from '../../dashboards/saved-objects/tsvb/measure-table.ts';
import { oneFigure } from '../../dashboards/saved-objects/tsvb/one-figure.ts';
import { clauseOf } from '../../functions/query/conditions.ts';
import { aggregationsOf, figuresOf as pageFiguresOf } from '../../functions/query/measure-aggregation.ts';
import { demoWeek } from '../../local/fleet/demo-week.ts';
import { makeOrganisation } from '../../local/organisation.ts';
import { datedMappings } from '../../model/documents/dated-mappings.ts';
import { softphoneKinds } from '../../model/documents/kinds.ts';
import { fillIndex } from '../query/fill-index.ts';
import { readExport } from './read-export.ts';
import { requestsOf } from './requests.ts';
import type { Answer, PanelRequest } from './search-body.ts';
import { tsvbPanelOf } from './tsvb.ts';
import { figuresOf, type Split, splitsOf } from './tsvb-requests.ts';
import { draw, panelSize, vegaRequests } from './vega-requests.ts';

/** Everything that OpenSearch Dashboards would ask for our panels, against a search service with a week of the demo. */
const url = process.env.OPENSEARCH_URL;
const withSearch = test.skipIf(!url);
const client = new Client({ node: url ?? 'http://127.0.0.1:9200' });
const run = `${process.pid}-${Date.now()}`;
const indexOf = (kind: string) => `${kind}-panels-${run}`;

/** A Saturday long before anyone else's documents. */
const now = new Date('2002-03-23T14:00:00Z');
const range = { from: '2002-03-16T00:00:00.000Z', to: now.toISOString() };
/** Enough for something of everything, and quick. */
const days = 4;
const agents = [
  ...['rui.martins', 'ana.silva', 'tomasz.wojcik', 'jose.cruz'],
  // Contacts without statistics, and on a desk phone.
  ...['karolina.grabowska', 'paolo.torres'],
];
const kinds = [...softphoneKinds, 'connect-contacts', 'connect-historical-metrics'] as const;

beforeAll(async () => {
  if (!url) return;
  const organisation = makeOrganisation();
  const some = organisation.agents.filter(({ username }) => agents.includes(username));
  const week = await demoWeek({ ...organisation, agents: some }, now, { days });
  for (const kind of kinds) {
    await fillIndex(client, indexOf(kind), datedMappings[kind], week.documents(kind) as readonly object[]);
  }
});
afterAll(async () => {
  if (url) await client.indices.delete({ index: kinds.map(indexOf).join() });
});

async function ask({ pattern, body }: Pick<PanelRequest, 'pattern' | 'body'>): Promise<Answer> {
  const index = indexOf(pattern.replace(/-\*$/, ''));
  const { body: answer } = await client.search({ index, body: body as Record<string, unknown> });
  return answer as unknown as Answer;
}

const objects = readExport(toNdjson(savedObjects));
const titleOf = (id: string) =>
  objects.find((its) => its.type === 'index-pattern' && its.id === id)?.attributes.title ?? '';
const requests = objects.flatMap((its) => requestsOf(its, titleOf, range));

/** The demo's organisation has two levels. */
const levelsOfNobody = /level[345]/;

withSearch.each(requests.map((request) => [request.of, request] as const))(
  '%s draws data',
  async (_, request) => {
    const drawn = request.drawn(await ask(request));
    if (levelsOfNobody.test(request.of)) expect(drawn).not.toBeGreaterThan(0);
    else expect(drawn).toBeGreaterThan(0);
  },
);

/** The demo's calls never look for another way through the network. */
const noneInDemo = ['iceRestarts', undefined];
const isMeasure = (some: unknown): some is Measure =>
  typeof some === 'object' && some !== null && 'formula' in some;
const ofWindows = Object.values(windowMeasures).flatMap((ways) => Object.values(ways));
const measures = [
  ...[calls, audio, agentApi, setup, coverage, service].flatMap((file) => Object.values<unknown>(file)),
  ...Object.values(agreement).flatMap((its) => (typeof its === 'object' ? Object.values<object>(its) : [])),
  ...costs.flatMap((its) => Object.values<object>(its)),
  ...[contacts, poorContacts, poorContactCount],
  ...[...faultMeasures, unclear, notJudged].flatMap((its) => Object.values<object>(its)),
  ...ofWindows.flatMap((some) => Object.values<object>(some)),
].filter(isMeasure);

withSearch.each(measures.map((measure) => [measure.id, measure] as const))(
  '%s is in Dashboards what it is on the pages',
  async (_, measure) => {
    const onPages = await pageFigure(measure);
    // A count of nothing has neither a figure nor a row there.
    if (onPages === 0 && measure.unit === 'count') {
      expect(await inFigure(measure)).toBeUndefined();
      return;
    }
    const factor = measure.unit === 'percent' ? 100 : 1;
    for (const inDashboards of [await inFigure(measure), await inTable(measure)]) {
      // What was not measured has no figure in either.
      if (onPages === null || onPages === undefined) expect([measure.id, inDashboards]).toEqual(noneInDemo);
      else expect(factor * (inDashboards ?? Number.NaN)).toBeCloseTo(onPages, 6);
    }
  },
);

async function pageFigure(measure: Measure): Promise<number | null | undefined> {
  const { aggregations } = await ask({
    pattern: `${measure.index}-*`,
    body: {
      size: 0,
      query: { match_all: {} },
      aggs: {
        all: {
          filter: { bool: { filter: (measure.among ?? []).map(clauseOf) } },
          aggs: aggregationsOf([measure]),
        },
      },
    },
  });
  const figures = pageFiguresOf([measure], aggregations?.all as Parameters<typeof pageFiguresOf>[1]);
  return figures[measure.id]?.value;
}

async function inFigure(measure: Measure): Promise<number | undefined> {
  const { series, aggregations } = await answerTo(oneFigure(measure));
  return figuresOf(series, splitsOf(aggregations?.[series.id]))[0];
}

/** The one row of a table in which all documents are. */
async function inTable(measure: Measure): Promise<number | undefined> {
  const instance = { id: 'instance', field: 'instanceId', name: 'Instance', inTitle: 'instance' };
  const { series, aggregations } = await answerTo(measureTable('table', 'Table', [measure], instance));
  const { buckets } = (aggregations?.pivot ?? { buckets: [] }) as { buckets: Record<string, Split>[] };
  expect(buckets).toHaveLength(1);
  return figuresOf(
    series,
    buckets.flatMap((row) => row[series.id] ?? []),
  )[0];
}

async function answerTo(object: SavedObject) {
  const [its] = readExport(toNdjson([object]));
  if (its?.type !== 'visualization') throw new Error('no visualization');
  const [request] = requestsOf(its, titleOf, range);
  const [series] = tsvbPanelOf(its).series;
  if (!request || !series) throw new Error(`${its.id} asks for nothing`);
  return { series, aggregations: (await ask(request)).aggregations };
}

const pictures = objects.filter(
  (its) => its.type === 'visualization' && its.attributes.visState.type === 'vega',
);

withSearch.each(pictures.map((its) => [its.id, its] as const))('%s can be drawn', async (_, its) => {
  if (its.type !== 'visualization') throw new Error('no visualization');
  const answers = await Promise.all(vegaRequests(its, range).map(ask));
  const { svg, width, height } = await draw(its, answers);
  expect(svg).toMatch(/<svg/);
  // Vega makes room for words that are too long by drawing smaller and smaller.
  expect(width).toBeGreaterThan(panelSize.width / 2);
  expect(height).toBeGreaterThan(panelSize.height / 2);
});
