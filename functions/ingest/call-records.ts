import { callIdentity } from '../../model/documents/call.ts';
import type { CallParts } from '../../model/documents/call-parts.ts';
import type { ContactFacts } from '../../model/documents/dimensions.ts';
import type { Call } from '../../model/messages/call.ts';
import type { Envelope } from '../../model/messages/envelope.ts';
import type { CallProblem } from '../../model/messages/problem.ts';
import { cleanCall, cleanProblem } from '../enrich/clean.ts';
import { stampsOf } from '../enrich/clock-skew.ts';
import { documentId } from '../enrich/document-id.ts';
import type { Enrichment } from './message-kind.ts';
import type { DatedRecords } from './records.ts';

type CallMessage = Envelope & {
  readonly call: Call;
  readonly events: CallParts['events'];
  readonly problem?: CallProblem | undefined;
  readonly warnings?: CallParts['warnings'] | undefined;
};
type Said = Pick<CallParts, 'windows' | 'report'> & { readonly at: string };

/** Whose call it is: part of every identity. */
export function callOf(message: CallMessage) {
  const { instanceId, agent, call } = message;
  return { instanceId, agent, contactId: call.contactId };
}

/** What is said of the contact itself, without anything that could be a credential. */
export function contactFactsOf(call: Call): ContactFacts {
  const { contactId, queue, direction, signalingEndpoint, iceServers, connection } = cleanCall(call);
  return {
    contactId,
    ...(queue?.name ? { contactQueue: queue.name } : {}),
    ...(queue?.arn ? { contactQueueArn: queue.arn } : {}),
    ...(direction ? { contactDirection: direction } : {}),
    ...(signalingEndpoint ? { signalingEndpoint } : {}),
    ...(iceServers ? { iceServers } : {}),
    ...(connection ? { connection } : {}),
  };
}

/**
 * What a message says of its call.
 *
 * @param said with `at`, the newest time that the message is about: who and where is taken from the newest message,
 *   not from the one that happens to arrive last
 */
export function callRecord(
  message: CallMessage,
  said: Said,
  { context, dimensions }: Enrichment,
): DatedRecords['calls'][number] {
  const { at, ...parts } = said;
  const { startedAt } = message.call;
  const { contactQueue, contactQueueArn, ...contact } = contactFactsOf(message.call);
  const queue = {
    ...(contactQueue ? { contactQueue } : {}),
    ...(contactQueueArn ? { contactQueueArn } : {}),
  };
  const isNamed = Object.keys(queue).length > 0;
  return {
    kind: 'softphone-calls',
    at: new Date(startedAt),
    id: documentId(callIdentity(callOf(message))),
    parts: {
      startedAt,
      stamps: stampsOf(startedAt, message.sentAt, context.receivedAt),
      facts: { at, dimensions, contact },
      ...(isNamed ? { queue: { ...queue, receivedAt: context.receivedAt.toISOString() } } : {}),
      events: message.events,
      ...(message.warnings?.length ? { warnings: message.warnings } : {}),
      ...(message.problem ? { problem: cleanProblem(message.problem) } : {}),
      ...parts,
    },
  };
}

/** The latest of some times, which are all in UTC and of one form; `otherwise` of none. */
export function newest(times: readonly (string | undefined)[], otherwise: string): string {
  const known = times.filter((time) => time !== undefined);
  return known.reduce((a, b) => (Date.parse(a) >= Date.parse(b) ? a : b), known[0] ?? otherwise);
}
