import { dimensionsOf } from '../../functions/enrich/dimensions.ts';
import { siteFinder } from '../../functions/enrich/site.ts';
import { softphoneReportKind } from '../../functions/ingest/softphone-report-kind.ts';
import { softphoneStatsKind } from '../../functions/ingest/softphone-stats-kind.ts';
import { type NearbyCall, placeNames } from '../../functions/judge/nearby-call.ts';
import { contactRecord } from '../../model/connect/contact-record.ts';
import { type CallDocument, makeCall } from '../../model/documents/call.ts';
import { type CallParts, mergeCallParts } from '../../model/documents/call-parts.ts';
import type { ContactDocument } from '../../model/documents/contact.ts';
import { contactCall } from '../../model/documents/contact-call.ts';
import { joinContact } from '../../model/documents/join-contact.ts';
import { makeContactRecordPart } from '../../model/documents/make-contact-record-part.ts';
import { messageVersion } from '../../model/messages/version.ts';
import { defaultLimits } from '../../model/quality/limits.ts';
import { columnsOf } from '../../model/quality/samples-of.ts';
import type { FleetCall, FleetSecond } from './fleet.ts';
import { fleetProviders, fleetSites } from './fleet-agents.ts';

/** Its own: whoever looks for the fleet finds nobody else. */
export const fleetInstanceId = '00f1ee70-0000-4000-8000-0000000f1ee7';
const instanceId = fleetInstanceId;
const config = { instanceId, limits: defaultLimits, retentionDays: 30, retentionDaysByKind: {} };
const windowSeconds = 30;
const none = async () => undefined;
const sources = {
  site: siteFinder(fleetSites),
  addresses: { country: none, city: none, asn: async () => fleetProviders },
  agentIp: 'keep' as const,
};

/** What is stored of a call, by the functions' own makers; undefined where the agent's page sends nothing. */
export async function callDocumentOf(call: FleetCall): Promise<CallDocument | undefined> {
  if (call.agent.sendsNothing) return undefined;
  const messages = messagesOf(call).map((body) => softphoneStatsKind.schema.parse(body));
  const [first] = messages;
  if (!first) return undefined;
  const context = { receivedAt: new Date(call.endedAt + 1000), sourceIp: call.agent.publicIp };
  const dimensions = await dimensionsOf(first, context, undefined, sources);
  const parts = messages.flatMap((message) =>
    softphoneStatsKind.records(message, { context, dimensions }, config).calls.map((its) => its.parts),
  );
  const report = call.reportArrives
    ? softphoneReportKind
        .records(softphoneReportKind.schema.parse(reportOf(call)), { context, dimensions }, config)
        .calls.map((its) => its.parts)
    : [];
  const all: readonly CallParts[] = [...parts, ...report];
  return makeCall(
    all.reduce((a, b) => mergeCallParts(a, b)),
    defaultLimits,
  );
}

/** A contact, put together of its record, as Connect puts it into the stream, and its call. */
export function contactOf(call: FleetCall, stored: CallDocument | undefined): ContactDocument {
  const at = (millis: number) => new Date(millis).toISOString();
  const scoreOf = (score: number | undefined) =>
    score === undefined ? null : { Audio: { QualityScore: score, PotentialQualityIssues: [] } };
  const record = contactRecord.parse({
    ContactId: call.contactId,
    InstanceARN: `arn:aws:connect:eu-central-1:123456789012:instance/${instanceId}`,
    InitiationTimestamp: at(call.connectedAt - 20_000),
    LastUpdateTimestamp: at(call.endedAt + 60_000),
    DisconnectTimestamp: at(call.endedAt),
    Agent: { Username: call.agent.name, ConnectedToAgentTimestamp: at(call.connectedAt) },
    Channel: 'VOICE',
    DisconnectDetails: { PotentialDisconnectIssue: call.disconnectIssue ?? null },
    QualityMetrics: { Agent: scoreOf(call.agentScore), Customer: scoreOf(call.customerScore) },
  });
  const part = makeContactRecordPart(record, new Date(call.endedAt + 61_000));
  // As JSON, as what is stored went through it.
  const calls = stored ? [contactCall.parse(JSON.parse(JSON.stringify(stored)))] : [];
  return joinContact({ record: part, calls, steps: [], agentEvents: [] });
}

/** As the search for calls around gives it. */
export function nearbyOf(call: FleetCall, stored: CallDocument): NearbyCall {
  return {
    contactId: call.contactId,
    agent: stored.agent,
    from: Date.parse(stored.startedAt),
    to: Date.parse(stored.endedAt ?? stored.startedAt),
    isPoor: stored.rating === 'poor' || call.disconnectIssue === 'AGENT_CONNECTIVITY_ISSUE',
    place: placeNames(stored),
  };
}

function envelopeOf({ agent, contactId, connectedAt, endedAt }: FleetCall) {
  return {
    version: messageVersion,
    instanceId,
    agent: agent.name,
    clientId: '0b6f8f5e-6f53-4a3e-9a53-5f0f0a1f3c11',
    pageVersion: '0.1.0',
    sentAt: new Date(endedAt + 500).toISOString(),
    ...(agent.privateIp ? { privateIp: agent.privateIp } : {}),
    call: { contactId, startedAt: new Date(connectedAt - 4000).toISOString() },
  };
}

/** A window of both directions every half minute, and what happened to the call with the last. */
function messagesOf(call: FleetCall): object[] {
  const windows = Array.from({ length: Math.ceil(call.toAgent.length / windowSeconds) }, (_, i) => ({
    ...envelopeOf(call),
    windows: [windowOf(call, 'audio_input', i), windowOf(call, 'audio_output', i)],
    events: [],
  }));
  return [...windows, { ...envelopeOf(call), windows: [], events: eventsOf(call) }];
}

function windowOf(call: FleetCall, streamType: 'audio_input' | 'audio_output', i: number) {
  const seconds = streamType === 'audio_input' ? call.toAgent : call.fromAgent;
  const its = seconds.slice(i * windowSeconds, (i + 1) * windowSeconds);
  const at = call.connectedAt + i * windowSeconds * 1000;
  const sampleOf = (second: FleetSecond, n: number) => ({ ...second, at: at + n * 1000, quiet: false });
  return { streamType, ...columnsOf(its.map(sampleOf)) };
}

function eventsOf({ connectedAt, endedAt, failure }: FleetCall) {
  const at = (millis: number) => new Date(millis).toISOString();
  return [
    { type: 'rung', at: at(connectedAt - 4000) },
    { type: 'accepted', at: at(connectedAt - 1000) },
    ...(failure ? [] : [{ type: 'connected', at: at(connectedAt) }]),
    { type: 'ended', at: at(endedAt) },
  ];
}

function reportOf(call: FleetCall) {
  return {
    ...envelopeOf(call),
    events: [],
    report: {
      callStartTime: new Date(call.connectedAt).toISOString(),
      callEndTime: new Date(call.endedAt).toISOString(),
      talkingTimeMillis: call.endedAt - call.connectedAt,
      failures: call.failure ? [call.failure] : [],
    },
  };
}
