import type { Organisation } from '../../organisation.ts';
import type { ConnectEvents } from '../events.ts';
import { agentEvents } from './agent-events.ts';
import { contactRecord } from './contact-record.ts';
import { flowLog } from './flow-log.ts';
import { Stream } from './kinesis.ts';
import { KnownUsers } from './known-users.ts';
import { LogGroup } from './log-group.ts';

/** Where Connect tells of its contacts and agents; what is absent is not told. */
export interface Destinations {
  /** Names of Kinesis streams. */
  readonly contactRecordsStream?: string;
  readonly agentEventsStream?: string;
  /** Name of a CloudWatch log group. */
  readonly flowLogGroup?: string;
  /** Name of the function that syncs the users. */
  readonly usersFunction?: string;
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
  if (to.usersFunction) stops.push(makeKnown(events, organisation, to.usersFunction));
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
  };
}

function emitContactRecords(events: ConnectEvents, organisation: Organisation, name: string) {
  const stream = new Stream(name);
  events.add({
    contactEnded: (contact, call) =>
      stream.put(contact.contactId, contactRecord(contact, call, organisation, new Date())),
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
  events.add({ contactEnded: (contact) => group.write(flowLog(contact, organisation)) });
  return () => group.stop();
}

function makeKnown(events: ConnectEvents, organisation: Organisation, functionName: string) {
  const users = new KnownUsers(functionName, organisation);
  events.add({ signedIn: ({ agent }) => users.signedIn(agent) });
  return () => users.stop();
}
