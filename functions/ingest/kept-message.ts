import * as z from 'zod';
import { dimensions } from '../../model/documents/dimensions.ts';
import { type Envelope, instant } from '../../model/messages/envelope.ts';
import type { MessageKind } from './message-kind.ts';
import type { Arrival } from './store-messages.ts';

const place = dimensions.pick({ site: true, geo: true, as: true });

/** A message that could not be stored yet, as it lies in the queue and in the bucket of failed records: cleaned. */
export const keptMessage = z.object({
  route: z.string().regex(/^[a-z-]{1,40}$/),
  /** Checked with its kind's schema once more: the function that kept it may have been an older one. */
  message: z.record(z.string(), z.unknown()),
  context: z.object({
    receivedAt: instant,
    sourceIp: z.string().optional(),
    userAgent: z.string().optional(),
    place: place.optional(),
  }),
});
export type KeptMessage = z.infer<typeof keptMessage>;

/** What is kept of a message until it can be stored. */
export function keep<Message extends Envelope>(
  kind: MessageKind<Message>,
  { message, context }: Arrival<Message>,
): KeptMessage {
  const { receivedAt, sourceIp, userAgent, place } = context;
  return {
    route: kind.route,
    message: kind.clean(message),
    context: {
      receivedAt: receivedAt.toISOString(),
      ...(sourceIp === undefined ? {} : { sourceIp }),
      ...(userAgent === undefined ? {} : { userAgent }),
      ...(place === undefined ? {} : { place }),
    },
  };
}

/** Reads what `keep` gave, from its JSON; undefined when that is not it. */
export function readKept(json: string): KeptMessage | undefined {
  try {
    return keptMessage.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}
