import * as z from 'zod';
import { contactId } from '../messages/envelope.ts';
import { maybe, text, time } from './parts.ts';

const value = z.union([z.string(), z.number(), z.boolean()]);

/**
 * One line of a flow log: what a block of a flow did with a contact. Only what is used; see contact-record.ts. What a
 * customer keys in stands in `Results` and in `Parameters`.
 *
 * Source: Amazon Connect Administrator Guide, "Flow logs stored in an Amazon CloudWatch log group".
 */
export const contactFlowLog = z.object({
  ContactId: contactId,
  ContactFlowId: maybe(text),
  ContactFlowName: maybe(text),
  ContactFlowModuleType: text,
  Identifier: maybe(text),
  Timestamp: time,
  Parameters: maybe(z.record(z.string(), z.unknown())),
  Results: maybe(z.union([value, z.record(z.string(), z.unknown())])),
});
export type ContactFlowLog = z.infer<typeof contactFlowLog>;

/** Without these no line is a step of a flow. */
export const contactFlowLogEssentials = ['ContactId', 'ContactFlowModuleType', 'Timestamp'] as const;

/** What else of a line can be kept, by Connect's own names; parameters are chosen apart. */
export const contactFlowLogFields = ['ContactFlowId', 'ContactFlowName', 'Identifier'] as const;
/** What may be kept where an admin asks for it: a block's result is what was keyed in, or that it failed. */
export const contactFlowLogSecrets = ['Results'] as const;
