import type { ContactAnswer } from '../../../model/query/contacts.ts';
import {
  channelName,
  disconnectIssueName,
  disconnectReasonName,
  initiationMethodName,
} from '../words/connect-names.ts';
import { formatCount, formatValue } from '../words/format-figure.ts';
import { formatDuration, makeTimeFormat, viewerZone } from '../words/format-time.ts';

type Contact = ContactAnswer['contact'];
export type RecordFact = readonly [name: string, value: string | undefined];

const time = makeTimeFormat(viewerZone);
const moment = (at: string | undefined) => at && `${time.day(at)}, ${time.second(at)}`;
const seconds = (value: number | undefined) => (value === undefined ? undefined : formatDuration(value));
const count = (value: number | undefined) => (value === undefined ? undefined : formatCount(value));
const score = (its: { score?: number | undefined; issues?: readonly string[] | undefined } | undefined) =>
  its?.score === undefined ? undefined : [formatValue('mos', its.score), ...(its.issues ?? [])].join(', ');

function siteWords({ site, siteAssumedFrom }: Contact): string | undefined {
  if (site === undefined || siteAssumedFrom === undefined) return site;
  return `${site}, assumed: the agent’s call of ${time.dayAndTime(siteAssumedFrom)} was there`;
}

/** What Amazon Connect's own record says; undefined where it does not, or where the settings do not keep it. Pure. */
export function recordFacts(contact: Contact): RecordFact[] {
  return [
    [
      'Channel',
      [contact.channel && channelName(contact.channel), contact.subtype].filter(Boolean).join(', ') ||
        undefined,
    ],
    ['How it began', contact.initiationMethod && initiationMethodName(contact.initiationMethod)],
    ['Began', moment(contact.initiatedAt)],
    ['Into the queue', moment(contact.enqueuedAt)],
    ['Answered', moment(contact.connectedToAgentAt)],
    ['Ended', moment(contact.disconnectedAt)],
    ['In the queue', seconds(contact.queueSeconds)],
    ['Rang at agents', count(contact.agentConnectionAttempts)],
    ['Talk', seconds(contact.talkSeconds)],
    ['Holds', count(contact.holds)],
    ['On hold', seconds(contact.holdSeconds)],
    ['Longest hold', seconds(contact.longestHoldSeconds)],
    ['After-contact work', seconds(contact.afterContactWorkSeconds)],
    ['Disconnect reason', contact.disconnectReason && disconnectReasonName(contact.disconnectReason)],
    [
      'Connect’s word on the end',
      contact.potentialDisconnectIssue && disconnectIssueName(contact.potentialDisconnectIssue),
    ],
    ['Connect’s score of the agent', score(contact.nativeQuality?.agent)],
    ['Connect’s score of the customer', score(contact.nativeQuality?.customer)],
    ['Routing profile', contact.agentRoutingProfile],
    ['Hierarchy', Object.values(contact.agentHierarchy ?? {}).join(' › ') || undefined],
    ['Site', siteWords(contact)],
    ['Attributes', contact.attributes?.join('; ')],
    ['Record of', moment(contact.updatedAt)],
  ];
}
