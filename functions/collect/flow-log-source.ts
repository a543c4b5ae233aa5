import * as z from 'zod';
import { contactFlowLog } from '../../model/connect/contact-flow-log.ts';
import { instanceOf } from '../../model/connect/parts.ts';
import { flowStepIdentity, makeFlowStep } from '../../model/documents/flow-step.ts';
import { documentId } from '../enrich/document-id.ts';
import type { Source } from './source.ts';

/** A line of a flow log as the cleaner leaves it. */
const cleanFlowLog = contactFlowLog.extend({ LogEventId: z.string().min(1).max(200), Failed: z.boolean() });

/** Flow logs. Lines of blocks alone are steps: Connect writes other things into the group too. */
export const flowLogSource: Source<z.infer<typeof cleanFlowLog>> = {
  route: 'contact-flow-logs',
  kind: 'connect-flow-logs',
  schema: cleanFlowLog,
  collect: ({ LogEventId, Failed, ...log }, its) => {
    const document = makeFlowStep({ log, logEventId: LogEventId, failed: Failed, ...its });
    const at = new Date(log.Timestamp);
    const { contactId } = document;
    return {
      // A flow that is not kept does not say whose it is; a log group is one instance's.
      instanceId: instanceOf(log.ContactFlowId ?? '') ?? its.instanceId,
      about: { agent: '', contactId, startedAt: log.Timestamp },
      at,
      documents: [{ kind: 'connect-flow-logs', at, id: documentId(flowStepIdentity(document)), document }],
      states: [],
      contacts: [],
      ask: { contactIds: [contactId] },
    };
  },
};
