import * as z from 'zod';
import { contactId } from '../../model/messages/envelope.ts';

/** When something happened to an agent: it may lie around any of the agent's contacts. */
const agentTime = z.object({ agent: z.string().min(1).max(100), at: z.iso.datetime() });

/** What a message of the queue `ContactsToJoin` asks: to put the documents of contacts together again. */
const joinAsk = z.object({
  contactIds: z.array(contactId).readonly().optional(),
  /** The contacts around which these lie. */
  agentTimes: z.array(agentTime).readonly().optional(),
});
export type JoinAsk = z.infer<typeof joinAsk>;

/** So many contacts are done in one go, and so much of a batch comes again when one of them fails. */
const mostInOne = 100;

/** The same ask as messages of a moderate size, without anything twice. */
export function splitAsk({ contactIds = [], agentTimes = [] }: JoinAsk): JoinAsk[] {
  const times = new Map(agentTimes.map((one) => [`${one.agent} ${one.at}`, one]));
  return [
    ...inPieces([...new Set(contactIds)]).map((some) => ({ contactIds: some })),
    ...inPieces([...times.values()]).map((some) => ({ agentTimes: some })),
  ];
}

/** Reads a message's body; undefined when it is no ask. */
export function readAsk(body: string): JoinAsk | undefined {
  try {
    return joinAsk.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
}

function inPieces<Thing>(things: readonly Thing[]): Thing[][] {
  const count = Math.ceil(things.length / mostInOne);
  return Array.from({ length: count }, (_, i) => things.slice(i * mostInOne, (i + 1) * mostInOne));
}
