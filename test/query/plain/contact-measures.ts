import type { ContactDocument } from '../../../model/documents/contact.ts';
import { type Expected, exactly, meanOf, percentOf } from './expected.ts';

/** A contact as it is stored: with its verdict, where it was judged. */
export type StoredContact = ContactDocument & { readonly verdict?: { readonly fault: string } };
type OfContacts = (contacts: readonly StoredContact[]) => Expected;
type Is = (contact: StoredContact) => boolean;

const share =
  (part: Is, whole: Is = () => true): OfContacts =>
  (all) =>
    percentOf(all.filter((one) => whole(one) && part(one)).length, all.filter(whole).length);
const number =
  (is: Is = () => true): OfContacts =>
  (all) =>
    exactly(all.filter(is).length);

const rating = ({ softphone }: StoredContact) => softphone?.rating;
const agentScore = ({ nativeQuality }: StoredContact) => nativeQuality?.agent?.score;
const customerScore = ({ nativeQuality }: StoredContact) => nativeQuality?.customer?.score;
const fault = ({ verdict }: StoredContact) => verdict?.fault;
const isLow = (score: number | undefined) => score !== undefined && score < 3;

const soundedPoor: Is = (one) =>
  rating(one) === 'poor' ||
  one.softphone?.setupFailed === true ||
  isLow(agentScore(one)) ||
  isLow(customerScore(one));
const soundedFine: Is = (one) =>
  !soundedPoor(one) && (['good', 'fair'].includes(rating(one) ?? '') || agentScore(one) !== undefined);
/** Of whose fault somebody should tell. */
export const isPoor: Is = (one) =>
  soundedPoor(one) || one.potentialDisconnectIssue !== undefined || fault(one) !== undefined;

/** The measures of all contacts, by their ids. */
export const contactMeasures: Readonly<Record<string, OfContacts>> = {
  contacts: number(),
  poorContacts: share(isPoor, (one) => isPoor(one) || soundedFine(one)),
  ...costOf('talkTime', (one) => one.talkSeconds),
  ...costOf('holdTime', (one) => one.holdSeconds),
  ...costOf('afterContactWork', (one) => one.afterContactWorkSeconds),
  ...shareOf('transfers', ({ transfer }) => Boolean(transfer?.nextContactId ?? transfer?.completedAt)),
  ...shareOf('customerHungUp', (one) => one.disconnectReason === 'CUSTOMER_DISCONNECT'),
  ...shareOf('disconnectIssues', (one) => one.potentialDisconnectIssue !== undefined),
};

function costOf(id: string, of: (contact: StoredContact) => number | undefined): Record<string, OfContacts> {
  return {
    [`${id}Poor`]: (all) => meanOf(all.filter(soundedPoor).map(of)),
    [`${id}Fine`]: (all) => meanOf(all.filter(soundedFine).map(of)),
  };
}

function shareOf(id: string, is: Is): Record<string, OfContacts> {
  return { [`${id}Poor`]: share(is, soundedPoor), [`${id}Fine`]: share(is, soundedFine) };
}

/** The measures of poor contacts: the caller leaves the others out. */
export const verdictMeasures: Readonly<Record<string, OfContacts>> = Object.assign(
  { poorContactCount: number() },
  ...['agent', 'siteOrIsp', 'organisation', 'telephonyOrCustomer', 'unclear'].map((name) => ({
    [`${name}FaultCount`]: number((one) => fault(one) === name),
    [`${name}FaultShare`]: share((one) => fault(one) === name),
  })),
  {
    notJudgedCount: number((one) => fault(one) === undefined),
    notJudgedShare: share((one) => fault(one) === undefined),
  },
);

/** Somebody was talked to. */
export const isAnswered: Is = ({ channel, agent, connectedToAgentAt }) =>
  channel === 'VOICE' && (agent !== undefined || connectedToAgentAt !== undefined);
const isExpected: Is = (one) => one.expectsStatistics === true;

/** The measures of answered voice contacts: the caller leaves the others out. */
export const coverageMeasures: Readonly<Record<string, OfContacts>> = {
  answeredContacts: number(),
  expectedContacts: number(isExpected),
  coverage: share((one) => one.hasStatistics, isExpected),
  uncoveredContacts: number((one) => isExpected(one) && !one.hasStatistics),
  deskPhoneContacts: number((one) => one.agentPhoneType === 'DESK_PHONE' && !isExpected(one)),
  shortTalks: number(({ talkSeconds = 10 }) => talkSeconds < 10),
};

const isRated: Is = (one) => ['good', 'fair', 'poor'].includes(rating(one) ?? '');
/** Our own rating and Amazon Connect's score of the agent, or of the customer. */
export const hasBoth = {
  Agent: (one) => isRated(one) && agentScore(one) !== undefined,
  Customer: (one) => isRated(one) && customerScore(one) !== undefined,
} satisfies Record<string, Is>;

/** The measures of contacts with both: the caller leaves the others out. */
export const agreementMeasures = {
  Agent: agreementWith('Agent', agentScore),
  Customer: agreementWith('Customer', customerScore),
};

function agreementWith(
  side: string,
  score: (contact: StoredContact) => number | undefined,
): Readonly<Record<string, OfContacts>> {
  const when =
    (ours: boolean, theirs: boolean): Is =>
    (one) =>
      (rating(one) === 'poor') === ours && isLow(score(one)) === theirs;
  return {
    [`compared${side}`]: number(),
    [`agreement${side}`]: share((one) => (rating(one) === 'poor') === isLow(score(one))),
    [`bothPoor${side}`]: share(when(true, true)),
    [`bothGood${side}`]: share(when(false, false)),
    [`onlyOurs${side}`]: share(when(true, false)),
    [`onlyTheirs${side}`]: share(when(false, true)),
  };
}

/** What a contact has of a score, by the distributions' ids. */
export const scores: Readonly<Record<string, (contact: StoredContact) => number | undefined>> = {
  contactMos: ({ softphone }) => softphone?.mos?.avg,
  agentScore,
  customerScore,
};

/** One finds the contact poor, Amazon Connect's score of the agent does not, or the other way round. */
export const disagrees: Is = (one) =>
  hasBoth.Agent(one) && (rating(one) === 'poor') !== isLow(agentScore(one));
