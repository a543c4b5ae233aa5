import { expect, test } from 'vitest';
import { pages } from '../../dashboards/pages/pages.ts';
import type { Panel } from '../../dashboards/panels/panel.ts';
import { defaultLimits } from '../../model/quality/limits.ts';
import { type PageQuery, pageAnswer, pageIds, pageQuery } from '../../model/query/page.ts';
import { KnownError } from '../errors.ts';
import type { Search } from './ask.ts';
import { pageOf } from './page.ts';

const range = { from: '2026-03-04T00:00:00Z', to: '2026-03-05T00:00:00Z', zone: 'Europe/Lisbon' };

/** Asks for a page of which nothing is stored. */
async function askPage(more: Partial<Record<keyof PageQuery, unknown>>) {
  const sent: (readonly Search[])[] = [];
  const answer = await pageOf(
    pageQuery.parse({ ...range, page: 'business', ...more }),
    async (searches) => {
      sent.push(searches);
      return searches.map(() => ({ hits: { hits: [] } }));
    },
    defaultLimits,
  );
  return { answer, sent };
}

test.each(pageIds)(
  '%s is asked for at once, and by at most one search for each period that a panel shows',
  async (page) => {
    const { answer, sent } = await askPage({ page });
    expect(sent).toHaveLength(1);
    const panels = pages[page].panels.length;
    const compares = (panel: Panel) =>
      panel.kind === 'figures' || (panel.kind === 'breakdown' && panel.compare);
    const periods = pages[page].panels.filter(compares).length;
    expect(sent[0]?.length).toBeLessThanOrEqual(panels + periods);
    expect(Object.keys(answer.panels)).toHaveLength(panels);
  },
);

test('a page of which nothing is stored has every panel, and no figure in it', async () => {
  const { answer } = await askPage({ page: 'api' });
  const { figures, stages, 'latency-over-time': overTime, week } = answer.panels;
  expect(figures).toMatchObject({ now: { apiSlow: { value: null, restsOn: 0 } } });
  expect(stages).toMatchObject({ before: { gumMedian: { value: null, restsOn: 0 } } });
  if (overTime?.kind !== 'overTime' || week?.kind !== 'heatMap') throw new Error('not what was asked for');
  expect(overTime.times).toHaveLength(96);
  expect(overTime.series[0]?.columns.apiSlow?.values).toEqual(new Array(96).fill(null));
  expect(week.values.flat()).toEqual(new Array(7 * 24).fill(null));
});

test('only the panels that are asked for; of one that there is not, none', async () => {
  const { answer, sent } = await askPage({ panel: ['groups', 'week', 'nonsense'] });
  expect(Object.keys(answer.panels)).toEqual(['groups', 'week']);
  expect(sent[0]).toHaveLength(2);
  const nothing = await askPage({ panel: ['nonsense'] });
  expect([nothing.answer.panels, nothing.sent]).toEqual([{}, []]);
});

test('with more operations than lines can name, whoever took them for the whole asks for itself', async () => {
  const sent: (readonly Search[])[] = [];
  const query = pageQuery.parse({ ...range, page: 'api', panel: ['figures', 'latency-by-operation'] });
  const column = { key: Date.parse(range.from), doc_count: 9, count_sum: { value: 5 } };
  const { panels } = await pageOf(
    query,
    async (searches) => {
      sent.push(searches);
      return searches.map(({ body }) => {
        const of = Object.keys(body.aggs as object);
        const line = { key: 'acceptContact', overTime: { buckets: [column] } };
        const lines = of.includes('lines') ? { sum_other_doc_count: 1, buckets: [line] } : undefined;
        const whole = of.includes('whole') ? { doc_count: 99, count_sum: { value: 70 } } : undefined;
        return { hits: { hits: [] }, aggregations: { ...(lines && { lines }), ...(whole && { whole }) } };
      });
    },
    defaultLimits,
  );
  expect(sent.map((searches) => searches.length)).toEqual([2, 3]);
  expect(panels.figures).toMatchObject({ now: { apiRequests: { value: 70 } } });
  expect(panels['latency-by-operation']).toMatchObject({ series: [{ key: 'acceptContact' }] });
});

/** The answer to a page when some of its searches fail, or find only a part. */
const askFailing = (outcomeOf: (search: Search) => object) =>
  pageOf(
    pageQuery.parse({ ...range, page: 'api' }),
    async (searches) => searches.map((search) => ({ hits: { hits: [] }, ...outcomeOf(search) })),
    defaultLimits,
  );
const isOfCalls = ({ index }: Search) => index.startsWith('softphone-calls');

test('a panel that cannot be answered says why, and the others are there', async () => {
  const busy = new KnownError('unavailable', 'Too much to do.');
  const answer = pageAnswer.parse(await askFailing((search) => (isOfCalls(search) ? { failure: busy } : {})));
  expect(answer.failed).toMatchObject({ stages: 'Too much to do.' });
  expect(answer.panels).not.toHaveProperty('stages');
  expect(answer.panels.figures).toMatchObject({ kind: 'figures' });
  const all = [...Object.keys(answer.panels), ...Object.keys(answer.failed)];
  expect(all.sort()).toEqual(pages.api.panels.map(({ id }) => id).sort());
});

test('panels that share a search which is refused are asked again, each by itself', async () => {
  const bucketsOf = ({ body }: Search) => Object.keys(body.aggs as object).length;
  const sent: (readonly Search[])[] = [];
  const page = pages['contacts-and-causes'];
  const answer = await pageOf(
    pageQuery.parse({ ...range, page: 'contacts-and-causes' }),
    async (searches) => {
      sent.push(searches);
      const most = Math.max(...(sent[0] ?? []).map(bucketsOf));
      const tooMany = new Error('too_many_buckets_exception');
      return searches.map((search) => ({
        hits: { hits: [] },
        ...(bucketsOf(search) === most ? { failure: tooMany } : {}),
      }));
    },
    defaultLimits,
  );
  expect(sent).toHaveLength(2);
  expect(answer.failed).toEqual({});
  expect(Object.keys(answer.panels)).toEqual(page.panels.map(({ id }) => id));
});

test('what the search service refuses is not repeated to people', async () => {
  const refused = new Error('parsing_exception of a queue’s name');
  const { failed } = await askFailing((search) => (isOfCalls(search) ? { failure: refused } : {}));
  expect(failed.stages).toMatch(/^The search service refuses this question/);
});

test('where no panel can be answered nothing is', async () => {
  const busy = new KnownError('unavailable', 'Too much to do.');
  await expect(askFailing(() => ({ failure: busy }))).rejects.toBe(busy);
});

test('figures of a part of the data are marked as such, and no others', async () => {
  const { partial, panels } = await askFailing((search) => (isOfCalls(search) ? { timed_out: true } : {}));
  expect(partial).toContain('stages');
  expect(partial).not.toContain('figures');
  expect(panels).toHaveProperty('stages');
});

test('splits by what is chosen where the documents know it, and says by what', async () => {
  const by = async (page: string, wanted?: string) => {
    const { answer } = await askPage({ page, by: wanted });
    return answer.panels.groups;
  };
  expect(await by('business')).toMatchObject({ by: 'queue' });
  expect(await by('business', 'level2')).toMatchObject({ by: 'level2' });
  expect(await by('business', 'operation')).toMatchObject({ by: 'queue' });
  expect(await by('api', 'site')).toMatchObject({ by: 'site' });
  expect(await by('api', 'queue')).toMatchObject({ by: 'operation' });
});

test('says which filters the documents of a panel know nothing of', async () => {
  const filters = { queue: ['Billing'], rating: ['poor'], operation: ['acceptContact'], site: ['Lisbon'] };
  const { answer } = await askPage({ page: 'api', ...filters });
  expect(answer.panels.figures?.ignoredFilters).toEqual(['queue', 'rating']);
  expect(answer.panels.stages?.ignoredFilters).toEqual(['operation']);
});

test('searches do not name the columns of their range: so the search service knows them again', async () => {
  const bounds = async (to: string) => {
    const { sent } = await askPage({ to, page: 'technical' });
    return sent[0]?.map(({ body }) => body.aggs);
  };
  expect(await bounds('2026-03-05T01:00:00Z')).toEqual(await bounds('2026-03-05T02:00:00Z'));
});
