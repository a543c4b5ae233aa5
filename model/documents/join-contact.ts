import { type SitedCall, siteCall, siteToAssume } from './assumed-site.ts';
import type { PhoneType } from './connect-user.ts';
import type { ContactDocument } from './contact.ts';
import type { ContactCall } from './contact-call.ts';
import { contactFlow, mostSteps } from './contact-flow.ts';
import type { ContactRecordPart } from './contact-record-part.ts';
import { contactSoftphoneOf } from './contact-softphone.ts';
import { type AgentChange, type Around, aroundMillis, contactStates } from './contact-states.ts';
import { coverageOf } from './coverage.ts';
import type { FlowStepDocument } from './flow-step.ts';
import { inOrder } from './time-order.ts';

/** All that is stored of a contact. Of what there is twice, or in another order, the contact is the same. */
export type ContactParts = {
  readonly record: ContactRecordPart;
  /** One for each agent who was rung. */
  readonly calls: readonly ContactCall[];
  readonly steps: readonly FlowStepDocument[];
  /** Of its agents, around it; more does no harm. */
  readonly agentEvents: readonly AgentChange[];
  /** How the record's agent takes calls, as far as the synced users say. */
  readonly phoneType?: PhoneType | undefined;
  /** Of the record's agent around the contact, where no page told where the agent was; more do no harm. */
  readonly sitedCalls?: readonly SitedCall[] | undefined;
};

/** Puts a contact's document together of all that is known of it; pure. What was not collected is absent. */
export function joinContact({
  record,
  calls,
  steps,
  agentEvents,
  phoneType,
  sitedCalls = [],
}: ContactParts): ContactDocument {
  const ofAgents = [...new Map(calls.map((call) => [call.agent, call])).values()].sort(
    (a, b) => inOrder(a.startedAt, b.startedAt) || inOrder(a.agent, b.agent),
  );
  const softphone = contactSoftphoneOf(ofAgents);
  const flow = contactFlow(steps);
  return {
    ...record,
    ...siteOf(record, ofAgents, sitedCalls),
    calls: ofAgents,
    ...(softphone ? { softphone } : {}),
    flow,
    ...(steps.length > mostSteps ? { flowCut: true } : {}),
    states: contactStates(agentEvents, aroundContact(record, ofAgents)),
    ...(phoneType ? { agentPhoneType: phoneType } : {}),
    ...coverageOf(record, ofAgents, phoneType),
  };
}

/**
 * Whose states belong to a contact, and when: from 5 minutes before it began to 5 minutes after its after-contact work
 * ended. Where nobody knows when that was, after whatever of it is the latest.
 */
export function aroundContact(
  record: ContactRecordPart,
  calls: readonly Pick<ContactCall, 'agent' | 'startedAt' | 'endedAt'>[],
): Around {
  const { contactId, agent, initiatedAt, disconnectedAt, afterContactWorkEndedAt } = record;
  const agents = [...(agent === undefined ? [] : [agent]), ...calls.map((call) => call.agent)];
  const ends = [initiatedAt, disconnectedAt, afterContactWorkEndedAt].filter((end) => end !== undefined);
  const last = Math.max(...ends.map((end) => Date.parse(end)));
  return {
    contactId,
    agents: [...new Set(agents)].sort(inOrder),
    from: new Date(Date.parse(initiatedAt) - aroundMillis).toISOString(),
    to: new Date(last + aroundMillis).toISOString(),
  };
}

function siteOf(
  record: ContactRecordPart,
  calls: readonly ContactCall[],
  sitedCalls: readonly SitedCall[],
): Pick<ContactDocument, 'site' | 'siteAssumedFrom'> {
  const site = (calls.find((call) => call.agent === record.agent) ?? heard(calls))?.site;
  if (site !== undefined) return { site };
  const assumed = siteToAssume(record, calls) && siteCall(record.initiatedAt, sitedCalls);
  return assumed ? { site: assumed.site, siteAssumedFrom: assumed['@timestamp'] } : {};
}

/** The call that somebody talked in, where there is only one. */
function heard(calls: readonly ContactCall[]): ContactCall | undefined {
  const answered = calls.filter((call) => !call.missed);
  return answered.length === 1 ? answered[0] : undefined;
}
