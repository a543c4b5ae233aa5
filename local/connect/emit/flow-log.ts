import { type Organisation, stableId } from '../../organisation.ts';
import type { Call } from '../calls/call.ts';

const FLOW_NAME = 'Inbound voice';

/**
 * What the flow did with the contact before an agent was found, a line for each block. The customer keys in a number: such
 * parameters must not be stored by whoever reads the log.
 * Source: Administrator Guide, "Flow logs stored in an Amazon CloudWatch log group", with blocks as they are seen in the field.
 */
export function flowLog(call: Call, { instanceArn }: Organisation) {
  const { queue, attributes, contactId } = call.spec;
  const start = call.times.initiated.getTime();
  const lines: [module: string, parameters: object, results?: string][] = [
    ['SetLoggingBehavior', { LoggingBehavior: 'Enable' }],
    [
      'PlayPrompt',
      { Text: 'Welcome. Please key in your customer number.', TextToSpeechType: 'text', Voice: 'Amy' },
    ],
    ['StoreUserInput', { Timeout: '5000', MaxDigits: '8' }, digitsOf(attributes.customerNumber ?? '')],
    ...Object.entries(attributes).map(([Key, Value]): [string, object] => ['SetAttributes', { Key, Value }]),
    ['SetQueue', { Queue: queue.arn }],
    ['TransferToQueue', {}],
  ];
  return lines.map(([module, parameters, results], index) => ({
    ContactId: contactId,
    ContactFlowId: `${instanceArn}/contact-flow/${stableId(FLOW_NAME)}`,
    ContactFlowName: FLOW_NAME,
    ContactFlowModuleType: module,
    Identifier: stableId(`${FLOW_NAME}/${index}`),
    Timestamp: new Date(start + index).toISOString(),
    Parameters: parameters,
    ...(results && { Results: results }),
  }));
}

/** Eight digits that belong to this customer. */
function digitsOf(text: string): string {
  return String(Number.parseInt(stableId(text).slice(0, 8), 16))
    .slice(0, 8)
    .padStart(8, '1');
}
