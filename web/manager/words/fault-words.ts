import { notKnown } from '../../../model/query/dimension.ts';
import type { Complaint, Fault } from '../../../model/verdict/verdict.ts';

const faultNames: Readonly<Record<Fault, string>> = {
  agent: 'Agent’s side',
  siteOrIsp: 'Site or provider',
  organisation: 'All sites',
  telephonyOrCustomer: 'Telephony or customer',
  unclear: 'Unclear',
};

/** Whose fault a verdict says it is; one that came later as it is, none as not judged. */
export function faultName(fault: string): string {
  if (fault === notKnown) return 'Not judged';
  return Object.hasOwn(faultNames, fault) ? faultNames[fault as Fault] : fault;
}

const faultSentences: Readonly<Record<Fault, string>> = {
  agent: 'It was the agent’s device or last mile.',
  siteOrIsp: 'It was the agent’s site, or its provider.',
  organisation: 'It was what all sites share: the organisation’s own network, or the region.',
  telephonyOrCustomer: 'It was telephony, or the customer’s side.',
  unclear: 'It is unclear whose fault it was.',
};

/** The same as a sentence. */
export function faultSentence(fault: string): string {
  return Object.hasOwn(faultSentences, fault) ? faultSentences[fault as Fault] : faultName(fault);
}

const complaints: Readonly<Record<Complaint, string>> = {
  poor: 'the call was poor',
  setUpFailed: 'the audio could not be set up',
  agentScoreLow: 'Amazon Connect scored the agent’s connection low',
  customerScoreLow: 'Amazon Connect scored the customer’s connection low',
  disconnectIssue: 'Amazon Connect names a trouble at the end',
};

/** Why a contact was judged at all. */
export function complaintName(complaint: string): string {
  return Object.hasOwn(complaints, complaint) ? complaints[complaint as Complaint] : complaint;
}
