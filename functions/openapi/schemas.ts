import * as z from 'zod';
import { call } from '../../model/messages/call.ts';
import { instant } from '../../model/messages/envelope.ts';
import { callReport } from '../../model/messages/softphone-report.ts';
import { figures } from '../../model/query/figure.ts';
import { qualityLimits } from '../../model/query/limits.ts';
import { type QueryPath, queryRoutes, queryWrites, type WritePath } from '../../model/query/routes.ts';
import { statusSnapshot } from '../../model/wfm/agent-status.ts';
import { problem } from '../edge/problem.ts';
import { ingestKinds } from './ingest-kinds.ts';

/** A part of the document. */
export type Json = Readonly<Record<string, unknown>>;

/** zod's own checks in code have no JSON Schema; those of ours bring one as `meta` (a test finds any that does not). */
const unrepresentable = 'any';

/** A reference to what `schemas` below has of that name. */
export function refTo(name: string): Json {
  return { $ref: `#/components/schemas/${name}` };
}

export const answerNames: Readonly<Record<QueryPath, string>> = {
  view: 'View',
  overview: 'Overview',
  figures: 'FiguresBy',
  'agent-api': 'AgentApi',
  now: 'Now',
  agents: 'Agents',
  'agent-states': 'AgentStates',
  page: 'Page',
  'queues-now': 'QueuesNow',
  'last-checks': 'LastChecks',
  findings: 'Findings',
  filters: 'Choices',
  calls: 'CallList',
  'calls/{contactId}': 'Call',
  contacts: 'ContactList',
  'contacts/{contactId}': 'Contact',
  'contacts/{contactId}/support-bundle': 'SupportBundle',
  health: 'Health',
  reconciliation: 'Reconciliation',
  alerts: 'AlertList',
  'alert-rules': 'AlertRules',
};

export const changeNames: Readonly<Record<WritePath, string>> = { 'alert-rules': 'AlertRulesChange' };

/** Everything that has a name in the document, made of the schemas that the functions and the pages read with. */
export function schemas(): Json {
  const messages: Named = [
    ...ingestKinds.map(({ schemaName, kind }): Named[number] => [schemaName, kind.schema]),
    ['MessageCall', call],
    ['Instant', instant],
    ...Object.entries(queryWrites).map(([path, { body }]): Named[number] => [
      changeNames[path as WritePath],
      body,
    ]),
  ];
  const answers: Named = [
    ...Object.entries(queryRoutes).map(([path, { answer }]): Named[number] => [
      answerNames[path as QueryPath],
      answer,
    ]),
    ['Figures', figures],
    ['QualityLimits', qualityLimits],
    ['Report', callReport],
    ['StatusSnapshot', statusSnapshot],
    ['Problem', problem],
  ];
  return { ...described(messages, 'input'), ...described(answers, 'output') };
}

/** A schema that has no name of its own. */
export function inline(schema: z.ZodType, io: 'input' | 'output'): Json {
  return withoutDialect(z.toJSONSchema(schema, { io, unrepresentable }));
}

type Named = readonly (readonly [name: string, schema: z.ZodType])[];

function described(named: Named, io: 'input' | 'output'): Json {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of named) registry.add(schema, { id });
  const made = z.toJSONSchema(registry, { io, unrepresentable, uri: (id) => `#/components/schemas/${id}` });
  return Object.fromEntries(
    Object.entries(made.schemas).map(([name, schema]) => [name, withoutDialect(schema)]),
  );
}

/** The document says once which JSON Schema it means. */
function withoutDialect({ $schema: _, $id: __, ...schema }: Json): Json {
  return schema;
}
