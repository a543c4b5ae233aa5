import { messageVersion } from '../../model/messages/version.ts';
import { type AgentAuth, ingestPaths } from './ingest-paths.ts';
import { queryPaths } from './query-paths.ts';
import { refusals, responses, throttled } from './refusals.ts';
import { type Json, refTo, schemas } from './schemas.ts';

const description = `Softphone quality monitoring for Amazon Connect. The *ingest* routes take what the agents' page
measures; the *query* routes answer the managers' pages. What was not measured is absent or null, never 0. Times are
UTC. Refusals and failures are problem details (RFC 9457).`;

/**
 * Describes every route of the API as OpenAPI 3.1, from the schemas by which the functions read requests and the pages
 * read answers: there is no second list of fields.
 *
 * @param agentAuth of the deployment: whether its ingest routes ask for a token
 */
export function openApiDocument(agentAuth: AgentAuth): Json {
  return {
    openapi: '3.1.0',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: 'Softphone quality',
      version: String(messageVersion),
      description,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    // Relative to where this document is served: the API itself.
    servers: [{ url: '/' }],
    tags: [
      { name: 'ingest', description: "What the agents' page posts" },
      { name: 'query', description: "What the managers' pages ask" },
      { name: 'feeds', description: 'What other products ask' },
    ],
    paths: {
      ...ingestPaths(agentAuth),
      ...queryPaths(),
      '/agent-states': { get: agentStates },
      '/openapi.json': { get: self },
    },
    components: {
      schemas: schemas(),
      responses: responses(),
      securitySchemes: { managers, caller, ...(agentAuth === 'cognito' ? { agents } : {}) },
    },
  };
}

const managers: Json = {
  type: 'http',
  scheme: 'bearer',
  bearerFormat: 'JWT',
  description:
    'The access token of a user of the deployment’s user pool, in the group `managers` or `admins`',
};

const agents: Json = {
  type: 'http',
  scheme: 'bearer',
  bearerFormat: 'JWT',
  description: 'The access token of an agent; the message must be in the same name',
};

const caller: Json = {
  type: 'apiKey',
  in: 'header',
  name: 'x-api-key',
  description: 'The key in the deployment’s secret `…-agent-states-key`',
};

const agentStates: Json = {
  operationId: 'statusSnapshot',
  tags: ['feeds'],
  summary: 'Every agent’s status now, for workforce management that asks rather than being told',
  responses: {
    200: {
      description: 'The statuses, by user name',
      content: { 'application/json': { schema: refTo('StatusSnapshot') } },
    },
    ...refusals(['forbidden', 'notFound', 'internal', 'unavailable']),
    ...throttled,
  },
  security: [{ caller: [] }],
};

const self: Json = {
  operationId: 'openapi',
  tags: ['query'],
  summary: 'This document',
  responses: {
    200: {
      description: 'OpenAPI 3.1',
      content: { 'application/json': { schema: { type: 'object', required: ['openapi'] } } },
    },
    ...throttled,
  },
  security: [],
};
