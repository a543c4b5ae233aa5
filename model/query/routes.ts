import { agentApi } from './agent-api.ts';
import { agentStates, agentStatesQuery } from './agent-states.ts';
import { agentsAnswer } from './agents.ts';
import { alertList, alertsQuery, ruleBook, ruleBookChange } from './alerts.ts';
import { callAnswer } from './call.ts';
import { callList } from './call-row.ts';
import { choices } from './choices.ts';
import { contactAnswer, contactList, contactQuery, contactsQuery } from './contacts.ts';
import { figuresBy, figuresQuery } from './figures-by.ts';
import { callQuery, callsQuery, choicesQuery, overviewQuery, viewQuery } from './filters.ts';
import { findings } from './findings.ts';
import { health } from './health.ts';
import { lastChecks } from './last-checks.ts';
import { viewAnswer } from './manager-view.ts';
import { nowAnswer, nowQuery } from './now.ts';
import { overview } from './overview.ts';
import { pageAnswer, pageQuery } from './page.ts';
import { queuesNow, queuesNowQuery } from './queues-now.ts';
import { reconciliation, reconciliationQuery } from './reconciliation.ts';
import { supportBundle } from './support-bundle.ts';

/** Everything that can be asked below `/query/`: what the query string may say, and what the answer is. */
export const queryRoutes = {
  view: { query: viewQuery, answer: viewAnswer },
  overview: { query: overviewQuery, answer: overview },
  figures: { query: figuresQuery, answer: figuresBy },
  'agent-api': { query: overviewQuery, answer: agentApi },
  page: { query: pageQuery, answer: pageAnswer },
  now: { query: nowQuery, answer: nowAnswer },
  agents: { query: overviewQuery, answer: agentsAnswer },
  'agent-states': { query: agentStatesQuery, answer: agentStates },
  'queues-now': { query: queuesNowQuery, answer: queuesNow },
  'last-checks': { query: overviewQuery, answer: lastChecks },
  findings: { query: overviewQuery, answer: findings },
  filters: { query: choicesQuery, answer: choices },
  calls: { query: callsQuery, answer: callList },
  'calls/{contactId}': { query: callQuery, answer: callAnswer },
  contacts: { query: contactsQuery, answer: contactList },
  'contacts/{contactId}': { query: contactQuery, answer: contactAnswer },
  'contacts/{contactId}/support-bundle': { query: callQuery, answer: supportBundle },
  /** For admins only, and answered by a function of its own. */
  health: { query: viewQuery, answer: health },
  /** Likewise. */
  reconciliation: { query: reconciliationQuery, answer: reconciliation },
  /** These too have a function of their own. */
  alerts: { query: alertsQuery, answer: alertList },
  'alert-rules': { query: viewQuery, answer: ruleBook },
} as const;
export type QueryPath = keyof typeof queryRoutes;

/** What admins can replace there: what a request brings, and what the answer is. */
export const queryWrites = {
  'alert-rules': { body: ruleBookChange, answer: ruleBook },
} as const;
export type WritePath = keyof typeof queryWrites;
