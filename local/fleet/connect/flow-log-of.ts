import { type ContactFlowLog, contactFlowLog } from '../../../model/connect/contact-flow-log.ts';
import { stableId } from '../../organisation.ts';
import type { PlannedCall } from '../call-plan.ts';
import type { ContactFate } from './contact-fate.ts';
import type { AboutAgent } from './contact-record-of.ts';

/** A line of the log, with the id that CloudWatch gives its event. */
export type ToldFlowLog = ContactFlowLog & { readonly logEventId: string };

const flowName = 'Inbound voice';
const lookedUp = 'InvokeExternalResource';

/** Which blocks a call goes through, and at which part of the flow's time. */
const blocks: readonly (readonly [module: string, part: number])[] = [
  ['SetLoggingBehavior', 0],
  ['PlayPrompt', 0.01],
  ['StoreUserInput', 0.35],
  [lookedUp, 0.8],
  ['SetQueue', 0.97],
  ['TransferToQueue', 1],
];

/** What a contact's flow did before an agent was found; nothing of what an agent dialled. */
export function flowLogOf(
  { instanceArn }: AboutAgent,
  call: PlannedCall,
  { flowMillis, queueMillis, lookupFailed }: ContactFate,
): readonly ToldFlowLog[] {
  if (call.direction === 'outbound') return [];
  const from = call.rungAt - queueMillis - flowMillis;
  return blocks.map(([module, part], i) => ({
    ...contactFlowLog.parse({
      ContactId: call.contactId,
      ContactFlowId: `${instanceArn}/contact-flow/${stableId(flowName)}`,
      ContactFlowName: flowName,
      ContactFlowModuleType: module,
      Identifier: stableId(`${flowName}/${i}`),
      Timestamp: new Date(from + Math.round(part * flowMillis)).toISOString(),
      ...(module === lookedUp && lookupFailed ? { Results: 'The Lambda Function Returned An Error.' } : {}),
    }),
    logEventId: stableId(`flow-log/${call.contactId}/${i}`),
  }));
}
