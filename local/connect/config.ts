import { z } from 'zod';
import type { ConnectOptions } from './start.ts';

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

const environment = z.object({
  CONNECT_PORT: z.coerce.number().int().min(1).max(65_535).default(5174),
  HOST: z
    .string()
    .default('127.0.0.1')
    .refine(
      (host) => LOOPBACK.includes(host),
      'The simulator has no passwords: it may listen on loopback only',
    ),
  INSTANCE_ID: z.string().optional(),
  AWS_REGION: z.string().optional(),
  CONTACT_RECORDS_STREAM: z.string().optional(),
  AGENT_EVENTS_STREAM: z.string().optional(),
  FLOW_LOG_GROUP: z.string().optional(),
  USERS_FUNCTION: z.string().optional(),
});

/** Reads the options from the environment; throws a ZodError that names each bad variable. */
export function connectOptions(variables: NodeJS.ProcessEnv): ConnectOptions {
  const read = environment.parse(variables);
  return {
    port: read.CONNECT_PORT,
    host: read.HOST,
    ...(read.INSTANCE_ID && { instanceId: read.INSTANCE_ID }),
    ...(read.AWS_REGION && { region: read.AWS_REGION }),
    ...(read.CONTACT_RECORDS_STREAM && { contactRecordsStream: read.CONTACT_RECORDS_STREAM }),
    ...(read.AGENT_EVENTS_STREAM && { agentEventsStream: read.AGENT_EVENTS_STREAM }),
    ...(read.FLOW_LOG_GROUP && { flowLogGroup: read.FLOW_LOG_GROUP }),
    ...(read.USERS_FUNCTION && { usersFunction: read.USERS_FUNCTION }),
  };
}
