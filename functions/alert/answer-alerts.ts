import type { ManagerView } from '../../model/query/manager-view.ts';
import { queryRoutes, queryWrites } from '../../model/query/routes.ts';
import type { DocumentStore } from '../clients/document-store.ts';
import type { HttpAnswer, HttpRequest } from '../edge/http.ts';
import { readJson } from '../edge/read-json.ts';
import { KnownError } from '../errors.ts';
import type { Ask } from '../query/ask.ts';
import { requireAdmin } from '../query/manager.ts';
import { parseQuery } from '../query/parse-query.ts';
import { readState } from './alert-state.ts';
import { listAlerts } from './list-alerts.ts';
import { readRules, writeRules } from './rule-book.ts';
import { seesRule } from './seen-by.ts';

export type AlertMeans = {
  /** Sees all alerts. */
  readonly ask: Ask;
  readonly store: DocumentStore;
  /** What whoever asks may see. */
  readonly view: ManagerView;
  readonly now: () => Date;
};

type Answer = (request: HttpRequest, means: AlertMeans) => Promise<unknown>;

const answers: Readonly<Record<string, Answer>> = {
  'GET /query/alerts': async ({ query, deadline }, { ask, store, view }) => {
    const range = parseQuery(queryRoutes.alerts.query, query);
    const [list, { troubles }] = await Promise.all([
      listAlerts(range, ask, view),
      readState(store, deadline),
    ]);
    return { ...list, troubles };
  },
  'GET /query/alert-rules': async ({ query, deadline }, { store, view }) => {
    parseQuery(queryRoutes['alert-rules'].query, query);
    const book = await readRules(store, deadline);
    // Of a rule that is not understood nobody knows what it names.
    const foreign = view.limits === null ? book.foreign : [];
    return { ...book, rules: book.rules.filter((rule) => seesRule(view, rule)), foreign };
  },
  'PUT /query/alert-rules': (request, { store, now }) => {
    requireAdmin(request.claims);
    const change = readJson(request, queryWrites['alert-rules'].body);
    return writeRules(store, change, now(), request.deadline);
  },
};

/**
 * Answers what the alerts page asks.
 *
 * @throws KnownError
 */
export async function answerAlerts(request: HttpRequest, means: AlertMeans): Promise<HttpAnswer> {
  const answer = Object.hasOwn(answers, request.routeKey) ? answers[request.routeKey] : undefined;
  if (!answer) throw new KnownError('notFound', `There is ${Object.keys(answers).join(', ')}.`);
  return { status: 200, body: await answer(request, means) };
}
