import { contactId } from '../../model/messages/envelope.ts';
import { type QueryPath, queryRoutes, queryWrites, type WritePath } from '../../model/query/routes.ts';
import { noToken, refusals, throttled, tooLong } from './refusals.ts';
import { answerNames, changeNames, inline, type Json, refTo } from './schemas.ts';

const summaries: Readonly<Record<QueryPath, string>> = {
  view: 'What whoever asks may see',
  overview: 'How calls were in a range of time, and where and when they were not',
  figures: 'Every measure of calls, split by one dimension',
  'agent-api': 'The agents’ API calls in a range of time, by operation',
  now: 'Who is on a call now, how it sounds, and the last 15 minutes',
  agents: 'Each agent beside the own past and the peers',
  'agent-states': 'What each agent is in now: the last state, and since when',
  'queues-now': 'How queues stand now, as Amazon Connect counts, and how their calls sound',
  page: 'The panels of a page in a range of time',
  'last-checks': 'Whose last check before a call did not pass in a range of time, and why',
  findings: 'What stands out beyond chance in a range of time',
  filters: 'The values to choose from in a range of time',
  calls: 'One page of the calls that match',
  health: 'The state of the deployment, for admins',
  reconciliation: 'What the sources of a day’s contacts say of it, and where they differ, for admins',
  alerts: 'The alerts that were raised at some time of a range',
  'alert-rules': 'The rules by which alerts are raised',
  contacts: 'One page of the contacts that match',
  'contacts/{contactId}': 'One contact with its record, calls, flow steps and agents’ states',
  'contacts/{contactId}/support-bundle':
    'What Amazon support asks for of one contact: the call, its log and the agent’s last check before it',
  'calls/{contactId}': 'One call with its windows, its report and what failed meanwhile',
};

/** Of parameters that a route cannot do without, and of those whose form is not plain. */
const examples: Readonly<Record<string, unknown>> = {
  from: '2026-03-04T00:00:00.000Z',
  to: '2026-03-05T00:00:00.000Z',
  page: 'business',
  by: 'queue',
  day: '2026-03-04',
  contactId: '9b5f0c1e-4d2a-4f57-9a3c-1f0e2d3c4b5a',
};

/** What the managers' pages ask. */
export function queryPaths(): Json {
  return Object.fromEntries(
    Object.keys(queryRoutes).map((path) => [
      `/query/${path}`,
      { get: operation(path as QueryPath), ...(isWritten(path) ? { put: change(path) } : {}) },
    ]),
  );
}

function operation(path: QueryPath): Json {
  const kinds = ['invalid', 'forbidden', ...notFound(path), 'internal', 'unavailable'] as const;
  return {
    operationId: operationId(path),
    tags: ['query'],
    summary: summaries[path],
    parameters: [...pathParameters(path), ...queryParameters(path)],
    responses: {
      200: answer(path),
      ...refusals(kinds),
      ...noToken,
      ...tooLong,
      ...throttled,
    },
    security: [{ managers: [] }],
  };
}

function isWritten(path: string): path is WritePath {
  return Object.hasOwn(queryWrites, path);
}

/** Replaces what the same route answers. */
function change(path: WritePath): Json {
  const kinds = [
    'invalid',
    'forbidden',
    'conflict',
    'tooLarge',
    'notJson',
    'internal',
    'unavailable',
  ] as const;
  return {
    operationId: `${operationId(path)}Change`,
    tags: ['query'],
    summary: `${summaries[path]}: replaces them, for admins`,
    requestBody: { required: true, content: { 'application/json': { schema: refTo(changeNames[path]) } } },
    responses: { 200: answer(path), ...refusals(kinds), ...noToken, ...throttled },
    security: [{ managers: [] }],
  };
}

function answer(path: QueryPath): Json {
  return {
    description: 'The answer',
    content: { 'application/json': { schema: refTo(answerNames[path]) } },
  };
}

const isOneThing = (path: QueryPath) => path.includes('{');
const notFound = (path: QueryPath) => (isOneThing(path) ? (['notFound'] as const) : []);
/** A name as a program would have it. */
const operationId = (path: QueryPath) =>
  isOneThing(path)
    ? path.replace(/s\/\{\w+\}/, '').replace(/[/-](\w)/g, (_, letter: string) => letter.toUpperCase())
    : path.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

function pathParameters(path: QueryPath): Json[] {
  if (!isOneThing(path)) return [];
  return [parameter('contactId', 'path', inline(contactId, 'input'), true)];
}

function queryParameters(path: QueryPath): Json[] {
  const { properties = {}, required = [] } = inline(queryRoutes[path].query, 'input') as {
    properties?: Record<string, Json>;
    required?: readonly string[];
  };
  return Object.entries(properties).map(([name, schema]) =>
    parameter(name, 'query', oncePossible(schema), required.includes(name)),
  );
}

/** A list of exactly one is what may be given once: see `fromQueryString`. */
function oncePossible(schema: Json): Json {
  const [only, ...others] = (schema.prefixItems ?? []) as Json[];
  return only && others.length === 0 ? only : schema;
}

function parameter(name: string, place: 'path' | 'query', schema: Json, required: boolean): Json {
  const example = examples[name];
  return { name, in: place, required, schema, ...(example === undefined ? {} : { example }) };
}
