import { randomUUID } from 'node:crypto';
import { demoWeek } from '../../../local/fleet/demo-week.ts';
import { type Faults, faultsOf } from '../../../local/fleet/faults.ts';
import { makeOrganisation } from '../../../local/organisation.ts';
import { apiMetricMapping } from '../../../model/documents/api-metric.ts';
import { callMapping } from '../../../model/documents/call.ts';
import { contactMapping } from '../../../model/documents/contact.ts';
import { historicalMetricMapping } from '../../../model/documents/historical-metric.ts';
import { preflightMapping } from '../../../model/documents/preflight.ts';
import { readinessMapping } from '../../../model/documents/readiness-change.ts';
import { streamWindowMapping } from '../../../model/documents/stream-window.ts';
import { fillIndex } from '../../query/fill-index.ts';
import type { ContactStory } from './contact-story.ts';
import { searchClient } from './search.ts';

/** A week of the demo with its faults, in indices of one test's own. */
export type FilledWeek = {
  readonly faults: Faults;
  /** When it begins. */
  readonly from: string;
  /** The week, as the addresses of the pages have it. */
  readonly range: string;
  readonly remove: () => Promise<unknown>;
};

/**
 * Fills the week before `end`, which must be long before anyone else's data, with the calls, API calls, checks and troubles of some agents.
 *
 * @param end on a Saturday: the five work days are over
 * @param everyNth of the demo's agents, besides those who have a fault of their own
 * @param story contacts, and the windows of one of them; the demo's are too many to be found among
 */
export async function fillWeek(end: Date, everyNth: number, story?: ContactStory): Promise<FilledWeek> {
  const faults = faultsOf(end.toISOString().slice(0, 10));
  const { agents, ...organisation } = makeOrganisation();
  const some = agents.filter(
    ({ username }, i) => i % everyNth === 0 || username === faults.agentLastMile.agent,
  );
  const { calls, documents } = await demoWeek({ ...organisation, agents: some }, end, {
    without: ['softphone-stream-stats'],
  });
  const filled = [
    await fill('softphone-calls', callMapping, calls),
    await fill('softphone-api-metrics', apiMetricMapping, documents('softphone-api-metrics') as object[]),
    await fill(
      'connect-historical-metrics',
      historicalMetricMapping,
      documents('connect-historical-metrics') as object[],
    ),
    await fill('softphone-preflights', preflightMapping, documents('softphone-preflights') as object[]),
    await fill('softphone-readiness', readinessMapping, documents('softphone-readiness') as object[]),
    await fill('connect-contacts', contactMapping, story?.contacts ?? []),
    await fill('softphone-stream-stats', streamWindowMapping, story?.windows ?? []),
  ];
  const from = new Date(end.getTime() - 7 * 86_400_000).toISOString();
  return {
    faults,
    from,
    range: `from=${from}&to=${end.toISOString()}`,
    remove: () => searchClient().indices.delete({ index: filled }),
  };
}

async function fill(kind: string, mapping: object, documents: readonly object[]): Promise<string> {
  const index = `${kind}-test-week-${randomUUID()}`;
  await fillIndex(searchClient(), index, mapping, documents);
  return index;
}
