import type { z } from 'zod';
import type { LevelNames } from '../../model/documents/connect-instance.ts';
import type { MetricPoll } from '../../model/documents/metric-poll.ts';
import { contactId } from '../../model/messages/envelope.ts';
import type { QualityLimits } from '../../model/quality/limits.ts';
import type { ManagerView, RaisedAlerts } from '../../model/query/manager-view.ts';
import { type QueryPath, queryRoutes } from '../../model/query/routes.ts';
import { KnownError } from '../errors.ts';
import { agentApiOf } from './agent-api.ts';
import { agentStatesOf } from './agent-states.ts';
import { agentsOf } from './agents.ts';
import { apiFindings } from './api-findings.ts';
import type { Ask } from './ask.ts';
import { figuresByDimension } from './breakdown.ts';
import { callFindings } from './call-findings.ts';
import { listCalls } from './call-list.ts';
import { choicesOf } from './choices.ts';
import { listContacts } from './contact-list.ts';
import { lastChecksOf } from './last-checks.ts';
import { nowOf } from './now.ts';
import { oneCall } from './one-call.ts';
import { oneContact } from './one-contact.ts';
import { overviewOf } from './overview.ts';
import { pageOf } from './page.ts';
import { parseQuery } from './parse-query.ts';
import { queuesNowOf } from './queues-now.ts';
import { supportBundleOf } from './support-bundle.ts';

/** What the routes need of the outside. */
export type Means = {
  /** Sees no more than `view`. */
  readonly ask: Ask;
  readonly view: ManagerView;
  /** Of those that `view` lets see; null where they cannot be counted now. */
  readonly raisedAlerts: () => Promise<RaisedAlerts | null>;
  /** Of the instance; of the levels, not of what is in them. */
  readonly levelNames: () => Promise<LevelNames>;
  /** Of the instance: the last run of each poller of what Amazon Connect counts. */
  readonly metricPolls: () => Promise<readonly MetricPoll[]>;
  readonly limits: QualityLimits;
  /** That the deployment is in; absent where nobody knows. */
  readonly region?: string;
  readonly now: () => Date;
};

type Answer = (query: URLSearchParams, means: Means, contactId: string) => Promise<unknown>;

/** All but those that have functions of their own. */
const answers: Readonly<
  Record<Exclude<QueryPath, 'health' | 'reconciliation' | 'alerts' | 'alert-rules'>, Answer>
> = {
  view: answering(queryRoutes.view, async (_, { view, raisedAlerts, levelNames }) => {
    const [raised, names] = await Promise.all([raisedAlerts(), levelNames()]);
    return { ...view, raised, levelNames: names };
  }),
  overview: answering(queryRoutes.overview, (filters, { ask, limits }) => overviewOf(filters, ask, limits)),
  figures: answering(queryRoutes.figures, (query, { ask }) => figuresByDimension(query, ask)),
  'agent-api': answering(queryRoutes['agent-api'], (filters, { ask, limits }) =>
    agentApiOf(filters, ask, limits),
  ),
  page: answering(queryRoutes.page, (query, { ask, limits }) => pageOf(query, ask, limits)),
  now: answering(queryRoutes.now, (query, { ask, limits, now }) => nowOf(query, ask, limits, now())),
  agents: answering(queryRoutes.agents, (filters, { ask, limits }) => agentsOf(filters, ask, limits)),
  'agent-states': answering(queryRoutes['agent-states'], (query, { ask, now }) =>
    agentStatesOf(query, ask, now()),
  ),
  'queues-now': answering(queryRoutes['queues-now'], async (query, { ask, metricPolls, now }) => {
    const [queues, polls] = await Promise.all([queuesNowOf(query, ask, now()), metricPolls()]);
    // Without what is only of use to whoever runs it.
    return { ...queues, polls: queryRoutes['queues-now'].answer.shape.polls.parse(polls) };
  }),
  'last-checks': answering(queryRoutes['last-checks'], (filters, { ask }) => lastChecksOf(filters, ask)),
  findings: answering(queryRoutes.findings, async (filters, { ask }) => {
    const [calls, api] = await Promise.all([callFindings(filters, ask), apiFindings(filters, ask)]);
    return { calls, api };
  }),
  filters: answering(queryRoutes.filters, (filters, { ask }) => choicesOf(filters, ask)),
  calls: answering(queryRoutes.calls, (query, { ask }) => listCalls(query, ask)),
  'calls/{contactId}': answering(queryRoutes['calls/{contactId}'], ({ agent }, { ask, limits }, contactId) =>
    oneCall({ contactId, agent }, ask, limits),
  ),
  contacts: answering(queryRoutes.contacts, (query, { ask }) => listContacts(query, ask)),
  'contacts/{contactId}': answering(queryRoutes['contacts/{contactId}'], (_, { ask, view }, contactId) =>
    oneContact(contactId, ask, view),
  ),
  'contacts/{contactId}/support-bundle': answering(
    queryRoutes['contacts/{contactId}/support-bundle'],
    ({ agent }, { ask, limits, region }, contactId) =>
      supportBundleOf({ contactId, agent }, ask, limits, region),
  ),
};

/**
 * Answers what is asked for below `/query/`.
 *
 * @param path without the leading `/query/`
 * @throws KnownError `invalid` or `notFound`
 */
export async function route(path: string, query: URLSearchParams, means: Means): Promise<unknown> {
  const [, list, id = '', more = ''] = /^(\w+)\/([^/]+)(\/[\w-]+)?$/.exec(path) ?? [];
  const ofOne = `${list}/{contactId}${more}`;
  if (isQueryPath(ofOne) && contactId.safeParse(id).success) return answers[ofOne](query, means, id);
  if (isQueryPath(path) && !path.includes('{')) return answers[path](query, means, '');
  throw new KnownError('notFound', `There is ${Object.keys(queryRoutes).join(', ')}.`);
}

/** The answer to what a route's query string says; the compiler holds it to the route's own schemas. */
function answering<Query, Result>(
  { query }: { readonly query: z.ZodType<Query>; readonly answer: z.ZodType<Result> },
  answer: (query: Query, means: Means, contactId: string) => Promise<Result>,
): Answer {
  return (given, means, contactId) => answer(parseQuery(query, given), means, contactId);
}

function isQueryPath(path: string): path is keyof typeof answers {
  return Object.hasOwn(answers, path);
}
