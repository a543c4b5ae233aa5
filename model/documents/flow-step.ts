import * as z from 'zod';
import type { ContactFlowLog } from '../connect/contact-flow-log.ts';
import { compact } from './compact.ts';
import { noQueueName, type QueueName } from './connect-instance.ts';
import { boolean, date, keyword, type Properties } from './mapping.ts';

/** What a block of a flow did with a contact: `connect-flow-logs-*`. */
export const flowStepDocument = z.object({
  /** When the block began. */
  '@timestamp': z.string(),
  receivedAt: z.string(),
  instanceId: z.string(),
  contactId: z.string(),
  /** The flow's ARN. */
  flowId: z.string().optional(),
  flowName: z.string().optional(),
  /** What kind of block: PlayPrompt, StoreUserInput, InvokeExternalResource … */
  moduleType: z.string(),
  /** Which block of the flow. */
  identifier: z.string().optional(),
  /** Its log event's: of steps of one instant it says nothing about the order. */
  logEventId: z.string(),
  /** The block went by its error branch, as far as the words of its result say. */
  failed: z.literal(true).optional(),
  /** `name=value`, of those that the settings list; a queue by its name, where that is known. */
  parameters: z.array(z.string()).optional(),
  /** Where the settings list it. */
  results: z.string().optional(),
});
export type FlowStepDocument = z.infer<typeof flowStepDocument>;

export const flowStepMapping: Properties = {
  '@timestamp': date,
  receivedAt: date,
  instanceId: keyword,
  contactId: keyword,
  flowId: keyword,
  flowName: keyword,
  moduleType: keyword,
  identifier: keyword,
  logEventId: keyword,
  failed: boolean,
  parameters: keyword,
  results: keyword,
};

/** What a step's document is made of. */
export type FlowStepInput = {
  /** Cleaned: of parameters it has those that may be kept. */
  readonly log: ContactFlowLog;
  readonly logEventId: string;
  readonly failed: boolean;
  readonly instanceId: string;
  readonly receivedAt: Date;
  /** A block says which queue it means by the queue's ARN. */
  readonly queueName?: QueueName;
};

/** The document of a step; pure. */
export function makeFlowStep({ log, queueName = noQueueName, ...its }: FlowStepInput): FlowStepDocument {
  const { Results } = log;
  return compact<FlowStepDocument>({
    '@timestamp': log.Timestamp,
    receivedAt: its.receivedAt.toISOString(),
    instanceId: its.instanceId,
    contactId: log.ContactId,
    flowId: log.ContactFlowId,
    flowName: log.ContactFlowName,
    moduleType: log.ContactFlowModuleType,
    identifier: log.Identifier,
    logEventId: its.logEventId,
    failed: its.failed ? true : undefined,
    parameters: Object.entries(log.Parameters ?? {})
      .filter(([, value]) => typeof value !== 'object')
      .map(([name, value]) => `${name}=${(typeof value === 'string' && queueName(value)) || value}`)
      .sort(),
    results: typeof Results === 'object' ? JSON.stringify(Results) : Results?.toString(),
  });
}

/** The parts of a step's id: CloudWatch gives each log event one, the same at every delivery. */
export function flowStepIdentity(
  of: Pick<FlowStepDocument, 'instanceId' | 'contactId' | 'logEventId'>,
): readonly string[] {
  return ['flow-step', of.instanceId, of.contactId.toLowerCase(), of.logEventId];
}
