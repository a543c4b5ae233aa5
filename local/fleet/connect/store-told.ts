import { documentId } from '../../../functions/enrich/document-id.ts';
import type { AgentEvent } from '../../../model/connect/agent-event.ts';
import {
  type AgentEventDocument,
  agentEventIdentity,
  agentStateIdentity,
  agentStatesIndex,
  makeAgentEvent,
  makeAgentState,
} from '../../../model/documents/agent-event.ts';
import type { SitedCall } from '../../../model/documents/assumed-site.ts';
import { callIdentity } from '../../../model/documents/call.ts';
import { callReportIdentity } from '../../../model/documents/call-report.ts';
import { type ContactCall, contactCall, contactCallReport } from '../../../model/documents/contact-call.ts';
import { type ContactRecordPart, contactIdentity } from '../../../model/documents/contact-record-part.ts';
import { type FlowStepDocument, flowStepIdentity, makeFlowStep } from '../../../model/documents/flow-step.ts';
import { joinContact } from '../../../model/documents/join-contact.ts';
import { makeContactRecordPart } from '../../../model/documents/make-contact-record-part.ts';
import { type StoreDeps as Deps, type DemoDocument as Document, storeDocuments } from './store-documents.ts';
import type { ToldByConnect, ToldContact } from './told-by-connect.ts';

/** Enough for a machine that is busy with everything else, too. */
const patienceMillis = 60_000;

/**
 * Stores what Amazon Connect told of an agent's day, joined with what the pages sent of it, which must be stored already:
 * by the same schemas, makers and join as the deployed functions. What is there already is not stored again.
 */
export async function storeTold(told: ToldByConnect, deps: Deps): Promise<void> {
  const deadline = Date.now() + patienceMillis;
  const parts = told.contacts.map((contact) => ({
    ...contact,
    part: makeContactRecordPart(contact.record, received(contact.record.LastUpdateTimestamp)),
  }));
  const events = told.agentEvents.map((event) => makeAgentEvent(event, received(event.EventTimestamp)));
  const instanceId = parts[0]?.part.instanceId ?? '';
  const steps = told.flowLogs.map(({ logEventId, ...log }) =>
    makeFlowStep({
      log,
      logEventId,
      failed: log.Results !== undefined,
      instanceId,
      receivedAt: received(log.Timestamp),
    }),
  );
  const calls = await callsOf(parts, told, deps, deadline);
  const sitedCalls = parts.flatMap(({ part }, i) => sitedCallOf(part, calls[i]) ?? []);
  const contacts = parts.map(({ part, phoneType }, i) =>
    contactOf({ part, phoneType }, { call: calls[i], events, steps, sitedCalls }),
  );
  await storeDocuments([...contacts, ...events.map(eventOf), ...steps.map(stepOf)], deps, deadline);
  await writeState(told.agentEvents.at(-1), deps, deadline);
}

/** What the agent is in after the day's last event, unless a later one is known. */
async function writeState(last: AgentEvent | undefined, { writing }: Deps, deadline: number): Promise<void> {
  if (!last) return;
  const state = makeAgentState(last, received(last.EventTimestamp));
  const replaces = { asOf: Date.parse(last.EventTimestamp) };
  const id = documentId(agentStateIdentity(state));
  const [done] = await writing.store.write(
    [{ index: agentStatesIndex, id, document: state, replaces }],
    deadline,
  );
  if (done?.outcome === 'written' || done?.outcome === 'conflict') return;
  throw new Error(`The search service did not take the state of an agent: ${done?.reason}`);
}

type Known = { readonly part: ContactRecordPart; readonly phoneType: ToldContact['phoneType'] };
type Others = {
  readonly call: ContactCall | undefined;
  readonly events: readonly AgentEventDocument[];
  readonly steps: readonly FlowStepDocument[];
  /** Of the agent, on that day. */
  readonly sitedCalls: readonly SitedCall[];
};

function sitedCallOf({ contactId }: ContactRecordPart, call: ContactCall | undefined): SitedCall | undefined {
  if (call?.site === undefined) return undefined;
  return { '@timestamp': call.startedAt, contactId, site: call.site };
}

function contactOf({ part, phoneType }: Known, { call, events, steps, sitedCalls }: Others): Document {
  const document = joinContact({
    record: part,
    calls: call ? [call] : [],
    steps: steps.filter((step) => step.contactId === part.contactId),
    agentEvents: events,
    phoneType,
    sitedCalls,
  });
  return {
    kind: 'connect-contacts',
    at: new Date(part.initiatedAt),
    id: documentId(contactIdentity(part)),
    document: { ...document, joinedAt: part.receivedAt },
    about: { agent: part.agent ?? '', contactId: part.contactId, startedAt: part.initiatedAt },
  };
}

const eventOf = (event: AgentEventDocument): Document => ({
  kind: 'connect-agent-events',
  at: new Date(event['@timestamp']),
  id: documentId(agentEventIdentity(event)),
  document: event,
  about: { agent: event.agent ?? '', startedAt: event['@timestamp'] },
});
const stepOf = (step: FlowStepDocument): Document => ({
  kind: 'connect-flow-logs',
  at: new Date(step['@timestamp']),
  id: documentId(flowStepIdentity(step)),
  document: step,
  about: { agent: '', contactId: step.contactId, startedAt: step['@timestamp'] },
});

/** Each contact's call, as the pages' messages made it, with its report; none where they sent nothing. */
async function callsOf(
  parts: readonly { readonly part: ContactRecordPart }[],
  { agent, rungAt }: ToldByConnect,
  { indexChoice, writing }: Deps,
  deadline: number,
): Promise<readonly (ContactCall | undefined)[]> {
  const wanted = parts.flatMap(({ part: { instanceId, contactId } }) => {
    const its = { instanceId, contactId, agent };
    const at = new Date(rungAt.get(contactId) ?? 0);
    return [
      { kind: 'softphone-calls', at, id: documentId(callIdentity(its)) },
      { kind: 'softphone-call-reports', at, id: documentId(callReportIdentity(its)) },
    ] as const;
  });
  if (wanted.length === 0) return [];
  const indexOf = await indexChoice(wanted, deadline);
  const places = wanted.map((one) => ({ index: indexOf(one), id: one.id }));
  const found = await writing.store.read(places, deadline);
  return parts.map((_, i) => {
    const call = contactCall.safeParse(found[2 * i]?.source).data;
    const report = contactCallReport.safeParse(found[2 * i + 1]?.source).data;
    return call && { ...call, ...(report ? { report } : {}) };
  });
}

/** It takes a moment until a stream gives what it was told. */
function received(at: string): Date {
  return new Date(Date.parse(at) + 1500);
}
