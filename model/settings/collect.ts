import * as z from 'zod';
import { agentEventFields } from '../connect/agent-event.ts';
import { contactFlowLogFields, contactFlowLogSecrets } from '../connect/contact-flow-log.ts';
import { contactRecordFields, phoneEndpoints } from '../connect/contact-record.ts';

const names = z.array(z.string().min(1).max(200)).max(100);

/** What of a source is kept: by Connect's own names. All that we know of, where nothing is said. */
const fields = <const Names extends readonly string[]>(
  known: Names,
  usual: readonly Names[number][] = known,
) => z.array(z.enum(known)).default(() => [...usual]);

/**
 * What is collected of what Amazon Connect tells: what is not listed here goes nowhere, neither into a document nor into
 * the queue or the bucket of failed records. `{}` is a deployment's usual choice: all figures, names and times that the
 * product uses; no attributes, no phone numbers, nothing that somebody keyed in.
 */
export const collectSettings = z.strictObject({
  /**
   * By name or ARN: only contacts of these queues. Of agents' events the contacts of other queues are left out. A line of
   * a flow log says nothing of queues.
   */
  queues: names.min(1).optional(),
  contactRecords: z
    .strictObject({
      collect: z.boolean().default(true),
      fields: fields(contactRecordFields),
      /** Names of contact attributes. */
      attributes: names.default([]),
      /** Of whose addresses a keyed hash is kept, by which a customer's contacts can be told to be one's. */
      hashedPhoneNumbers: z.array(z.enum(phoneEndpoints)).default([]),
    })
    .prefault({}),
  agentEvents: z
    .strictObject({ collect: z.boolean().default(true), fields: fields(agentEventFields) })
    .prefault({}),
  flowLogs: z
    .strictObject({
      collect: z.boolean().default(true),
      fields: fields([...contactFlowLogFields, ...contactFlowLogSecrets], contactFlowLogFields),
      /** Names of the blocks' parameters. */
      parameters: names.default([]),
    })
    .prefault({}),
});
export type CollectSettings = z.infer<typeof collectSettings>;
