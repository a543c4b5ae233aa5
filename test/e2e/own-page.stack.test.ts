import { expect } from 'vitest';
import { measuredCall } from './harness/measured-call.ts';
import { apiMetricsIndices, find, findWhen, reportsIndices } from './harness/search.ts';
import { openSoftphone, type Softphone } from './harness/softphone.ts';
import { runningStack } from './harness/stack.ts';
import { test, type Visit } from './harness/visitor.ts';

/** Two of one team: what their pages send differs by nothing but the page. */
const agents = { ours: 'bruno.teixeira', theirs: 'pawel.szymanski' };
const network = { toAgent: { lossPercent: 8, delayMs: 60 }, fromAgent: { delayMs: 20 } };
type Documents = Readonly<Record<string, readonly object[]>>;

/** What has a field for each second, window or class that there was: which, is chance. */
const counted = /(^|\.)(buckets|ofWindows|parts|samples\.\w+|timeline)$/;

/** The names of all fields, however deep. */
function fieldsOf(documents: readonly object[]): string[] {
  const names = new Set<string>();
  const walk = (value: unknown, path: string) => {
    names.add(path);
    if (typeof value !== 'object' || value === null || counted.test(path)) return;
    for (const [key, its] of Object.entries(value)) {
      walk(its, Array.isArray(value) ? path : path ? `${path}.${key}` : key);
    }
  };
  for (const document of documents) walk(document, '');
  return [...names].sort();
}

async function documentsOf(softphone: Softphone, queue: string): Promise<Documents> {
  const { agent } = softphone;
  const { call, windows } = await measuredCall(softphone, 34, { queue, network });
  const reports = await find<object>(reportsIndices, [{ term: { contactId: call.contactId } }]);
  const apiCalls = await findWhen<object>(
    `the calls of the agent API of ${agent}`,
    apiMetricsIndices,
    [{ term: { agent } }, { term: { name: 'sendSoftphoneCallMetrics' } }],
    (found) => found.length > 0,
  );
  return { windows, calls: [call], reports, apiCalls };
}

const open = (visit: Visit, which: keyof typeof agents, url: string) =>
  openSoftphone(visit, agents[which], undefined, url);

/** What two calls of the same kind have in common, by value. */
function inCommon(documents: readonly object[]): object {
  const [{ contactQueue, site, instanceId, browser, os, streamsVersion, rtcVersion, pageVersion } = {}] =
    documents as readonly Record<string, unknown>[];
  return { contactQueue, site, instanceId, browser, os, streamsVersion, rtcVersion, pageVersion };
}

test('a page of another origin with the library alone has the same documents stored as our page', async ({
  visit,
}) => {
  const { softphoneUrl, ownPageUrl } = runningStack();
  expect(new URL(ownPageUrl).origin).not.toBe(new URL(softphoneUrl).origin);
  const queue = 'Orders';
  const [ours, theirs] = await Promise.all([
    open(visit, 'ours', softphoneUrl).then((softphone) => documentsOf(softphone, queue)),
    open(visit, 'theirs', ownPageUrl).then((softphone) => documentsOf(softphone, queue)),
  ]);
  for (const kind of ['windows', 'calls', 'reports', 'apiCalls']) {
    expect(fieldsOf(theirs[kind] ?? []), kind).toEqual(fieldsOf(ours[kind] ?? []));
    expect(inCommon(theirs[kind] ?? []), kind).toEqual(inCommon(ours[kind] ?? []));
  }
  expect(theirs.windows).toHaveLength(ours.windows?.length ?? 0);
});
