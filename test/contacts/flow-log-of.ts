import { instanceArn, type Story, type Thing } from './story.ts';

type Line = readonly [second: number, module: string, more: object];

/**
 * What the flow did with a contact before an agent was found, a line for each block.
 * Source: Amazon Connect Administrator Guide, "Flow logs stored in an Amazon CloudWatch log group".
 */
export function flowLogOf(story: Story): Thing[] {
  const { contactId, queue, initiatedAt, initiationMethod, flowFails } = story;
  // A transfer by quick connect begins in the transfer flow.
  const flow = initiationMethod === 'TRANSFER' ? 'Transfer to queue' : 'Inbound voice';
  const sorry: Line[] = flowFails ? [[8, 'PlayPrompt', { Parameters: { Text: 'Sorry.' } }]] : [];
  const lines: Line[] = [
    [0, 'SetLoggingBehavior', { Parameters: { LoggingBehavior: 'Enable' } }],
    [0.2, 'PlayPrompt', { Parameters: { Text: 'Please key in your number.', Voice: 'Amy' } }],
    [4, 'StoreUserInput', { Parameters: { MaxDigits: '8', Timeout: '5000' }, Results: '47114711' }],
    [
      7.5,
      'InvokeExternalResource',
      { Results: flowFails ? 'The Lambda Function Returned An Error.' : 'Success' },
    ],
    ...sorry,
    [9, 'SetQueue', { Parameters: { Queue: `${instanceArn}/queue/${queue}` } }],
    [10, 'TransferToQueue', { Parameters: {} }],
  ];
  return lines.map(([second, ContactFlowModuleType, more], i) => {
    const at = initiatedAt + 1000 * second;
    const raw = {
      ContactId: contactId,
      ContactFlowId: `${instanceArn}/contact-flow/${flow}`,
      ContactFlowName: flow,
      ContactFlowModuleType,
      Timestamp: new Date(at).toISOString(),
      Parameters: {},
      ...more,
    };
    return { source: 'contact-flow-logs', at, raw, logEventId: `${contactId}-${i}` };
  });
}
