import { type Organisation, stableId } from '../../organisation.ts';
import type { Contact } from '../calls/contact.ts';

/** A block of a flow: what kind, what it was told, and what it came to, where it says so. */
type Block = readonly [module: string, parameters: object, results?: string | undefined];
type Flow = { readonly name: string; readonly from: Date; readonly blocks: readonly Block[] };

const logging: Block = ['SetLoggingBehavior', { LoggingBehavior: 'Enable' }];

/**
 * What flows did with a contact, a line for each block; nothing of a callback or of a contact with somebody outside. The customer keys
 * in a number: such parameters must not be stored by whoever reads the log.
 * Source: Administrator Guide, "Flow logs stored in an Amazon CloudWatch log group", with blocks as they are seen in the field.
 */
export function flowLog(contact: Contact, { instanceArn }: Organisation) {
  return flowsOf(contact).flatMap(({ name, from, blocks }) =>
    blocks.map(([module, parameters, results], index) => ({
      ContactId: contact.contactId,
      ContactFlowId: `${instanceArn}/contact-flow/${stableId(name)}`,
      ContactFlowName: name,
      ContactFlowModuleType: module,
      Identifier: stableId(`${name}/${index}`),
      Timestamp: new Date(from.getTime() + index).toISOString(),
      Parameters: parameters,
      ...(results && { Results: results }),
    })),
  );
}

function flowsOf(contact: Contact): Flow[] {
  const { initiationMethod, queue } = contact.spec;
  if (!queue || initiationMethod === 'CALLBACK') return [];
  const toQueue: Block[] = [
    ['SetQueue', { Queue: queue.arn }],
    ['TransferToQueue', {}],
  ];
  const from = contact.initiated;
  if (initiationMethod === 'TRANSFER')
    return [{ name: 'Default queue transfer', from, blocks: [logging, ...toQueue] }];
  const inbound = { name: 'Inbound voice', from, blocks: [...inboundBlocks(contact), ...toQueue] };
  return [inbound, ...askedForCallback(contact)];
}

function inboundBlocks({ spec: { attributes, lookupFails } }: Contact): Block[] {
  const lookUp = {
    FunctionArn: 'arn:aws:lambda:eu-central-1:123456789012:function:look-up',
    TimeLimit: '3000',
  };
  return [
    logging,
    [
      'PlayPrompt',
      { Text: 'Welcome. Please key in your customer number.', TextToSpeechType: 'text', Voice: 'Amy' },
    ],
    ['StoreUserInput', { Timeout: '5000', MaxDigits: '8' }, digitsOf(attributes.customerNumber ?? '')],
    ['InvokeExternalResource', lookUp, lookupFails ? 'The Lambda Function Returned An Error.' : undefined],
    ...(lookupFails
      ? [['PlayPrompt', { Text: 'Sorry.', TextToSpeechType: 'text', Voice: 'Amy' }] as const]
      : []),
    ...Object.entries(attributes).map(([Key, Value]): Block => ['SetAttributes', { Key, Value }]),
  ];
}

/** The queue's own flow offers it, and makes the callback by a transfer to a queue. */
function askedForCallback({ nextContactId, transferred, ended }: Contact): Flow[] {
  if (!nextContactId || transferred || !ended) return [];
  const offer = { Text: 'Press 1 to be called back.', TextToSpeechType: 'text', Voice: 'Amy' };
  const blocks: Block[] = [
    ['GetUserInput', { ...offer, Timeout: '5', MaxDigits: '1' }, '1'],
    ['TransferToQueue', {}],
    ['Disconnect', {}],
  ];
  return [{ name: 'Customer queue with callback', from: ended.at, blocks }];
}

/** Eight digits that belong to this customer. */
function digitsOf(text: string): string {
  return String(Number.parseInt(stableId(text).slice(0, 8), 16))
    .slice(0, 8)
    .padStart(8, '1');
}
