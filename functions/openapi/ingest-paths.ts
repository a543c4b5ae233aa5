import * as z from 'zod';
import type { Config } from '../config.ts';
import { type IngestRoute, ingestKinds } from './ingest-kinds.ts';
import { noToken, refusals, throttled } from './refusals.ts';
import { inline, type Json, refTo } from './schemas.ts';

/** How agents' pages show who they are: not at all, or with a token of the agents' user pool. */
export type AgentAuth = Config['agentAuth'];

const description = `At most 256 KiB. Fields that are not named here are accepted and dropped.
Beside the schema, times must be plausible (not in the future, not older than the retention), every column of a window
as long as its \`offsetMillis\`, and the agent a user of the instance. A repeat of a message changes nothing.
Where the deployment has \`agentAuth: cognito\`, an access token of the agents’ user pool is needed, of the agent in the message.`;

const kinds = [
  'invalid',
  'newerPage',
  'forbiddenOrigin',
  'unknownAgent',
  'forgedAgent',
  'tooLarge',
  'notJson',
  'internal',
  'unavailable',
] as const;

/** The routes that the agents' page posts to. */
export function ingestPaths(agentAuth: AgentAuth): Json {
  return Object.fromEntries(
    ingestKinds.map((route) => [`/${route.kind.route}`, { post: operation(route, agentAuth) }]),
  );
}

function operation({ kind, schemaName, summary, example }: IngestRoute, agentAuth: AgentAuth): Json {
  const signsIn = agentAuth === 'cognito';
  return {
    operationId: kind.route,
    tags: ['ingest'],
    summary,
    description,
    parameters: [origin],
    requestBody: {
      required: true,
      content: {
        'application/json': { schema: refTo(schemaName), examples: { message: { value: example } } },
      },
    },
    responses: { 202: accepted, ...refusals(kinds), ...(signsIn ? noToken : {}), ...throttled },
    security: signsIn ? [{ agents: [] }] : [],
  };
}

const origin: Json = {
  name: 'Origin',
  in: 'header',
  required: true,
  description: "The softphone site's own origin, or one of the deployment's `allowedOrigins`",
  schema: { type: 'string', format: 'origin' },
};

const accepted: Json = {
  description: 'Stored, or kept to be stored: the page may forget it',
  content: {
    'application/json': {
      schema: inline(z.object({ accepted: z.int().min(0).describe('Things in the message') }), 'output'),
      examples: { stored: { value: { accepted: 3 } } },
    },
  },
};
