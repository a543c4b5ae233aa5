import type { Organisation } from '../../organisation.ts';
import type { ConnectEvents } from '../events.ts';
import { agentEvents } from './agent-events.ts';
import { contactRecord } from './contact-record.ts';
import { flowLog } from './flow-log.ts';
import { Stream } from './kinesis.ts';
import { LogGroup } from './log-group.ts';
import { SyncedUsers } from './synced-users.ts';

/** Where Connect tells of its contacts and agents; what is absent is not told. */
export interface Destinations {
  /** Names of Kinesis streams. */
  readonly contactRecordsStream?: string;
  readonly agentEventsStream?: string;
  /** Name of a CloudWatch log group. */
  readonly flowLogGroup?: string;
  readonly opensearchUrl?: string;
}

/** Tells the destinations what happens from now on; gives what ends that, after all is delivered. */
export function emit(
  events: ConnectEvents,
  organisation: Organisation,
  to: Destinations,
): () => Promise<void> {
  const stops: (() => Promise<void>)[] = [];
  if (to.contactRecordsStream) stops.push(emitContactRecords(events, organisation, to.contactRecordsStream));
  if (to.agentEventsStream) stops.push(emitAgentEvents(events, organisation, to.agentEventsStream));
  if (to.flowLogGroup) stops.push(emitFlowLogs(events, organisation, to.flowLogGroup));
  if (to.opensearchUrl) stops.push(syncUsers(events, organisation, to.opensearchUrl));
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
  };
}

function emitContactRecords(events: ConnectEvents, organisation: Organisation, name: string) {
  const stream = new Stream(name);
  events.add({
    callFinished: (_, call) => stream.put(call.contactId, contactRecord(call, organisation, new Date())),
  });
  return () => stream.stop();
}

function emitAgentEvents(events: ConnectEvents, organisation: Organisation, name: string) {
  const stream = new Stream(name);
  const agents = agentEvents(organisation, (agentArn, event) => stream.put(agentArn, event));
  events.add(agents);
  return async () => {
    agents.stop();
    await stream.stop();
  };
}

function emitFlowLogs(events: ConnectEvents, organisation: Organisation, name: string) {
  const group = new LogGroup(name);
  events.add({ callFinished: (_, call) => group.write(flowLog(call, organisation)) });
  return () => group.stop();
}

function syncUsers(events: ConnectEvents, organisation: Organisation, url: string) {
  const users = new SyncedUsers(url, organisation);
  users.sync(organisation.agents);
  events.add({ signedIn: ({ agent }) => users.sync([agent]) });
  return () => users.stop();
}
