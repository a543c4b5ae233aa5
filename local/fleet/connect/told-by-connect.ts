import type { AgentEvent } from '../../../model/connect/agent-event.ts';
import type { ContactRecord } from '../../../model/connect/contact-record.ts';
import type { PhoneType } from '../../../model/documents/connect-user.ts';
import type { PlannedCall } from '../call-plan.ts';
import type { CallSamples } from '../call-samples.ts';
import type { Persona } from '../persona.ts';
import { type Random, randomOf } from '../random.ts';
import type { Shift } from '../work-hours.ts';
import { agentEventsOf } from './agent-events-of.ts';
import { contactFateOf } from './contact-fate.ts';
import { contactRecordOf, externalLegOf } from './contact-record-of.ts';
import { flowLogOf, type ToldFlowLog } from './flow-log-of.ts';

/** A contact's record, and how its agent took it. */
export type ToldContact = { readonly record: ContactRecord; readonly phoneType?: PhoneType };

/** What Amazon Connect told of one agent's day, through its streams and logs. */
export type ToldByConnect = {
  readonly agent: string;
  /** When each contact rang at the agent, in epoch milliseconds: its call's document lies there. */
  readonly rungAt: ReadonlyMap<string, number>;
  readonly contacts: readonly ToldContact[];
  readonly agentEvents: readonly AgentEvent[];
  readonly flowLogs: readonly ToldFlowLog[];
};

export type AgentDay = {
  readonly persona: Persona;
  readonly instanceArn: string;
  readonly shift: Shift;
  readonly calls: readonly { readonly call: PlannedCall; readonly samples: CallSamples }[];
  readonly phoneType: PhoneType;
  readonly seed: number;
  /** Nothing is told later than this, in epoch milliseconds. */
  readonly until: number;
};

/**
 * What Amazon Connect tells of an agent's day. Chance here hangs on the contact alone, so that it changes nothing of what
 * the pages send.
 */
export function toldByConnect(day: AgentDay): ToldByConnect {
  const { persona, instanceArn, shift, calls, phoneType, until } = day;
  const its = calls.map(({ call, samples }) => {
    const random: Random = randomOf(day.seed, 'contact', call.contactId);
    return { call, fate: contactFateOf(call, samples, phoneType === 'DESK_PHONE', random) };
  });
  const about = { agent: persona.agent, instanceArn };
  const contacts = its.flatMap(({ call, fate }): ToldContact[] => {
    const record = contactRecordOf(about, call, fate);
    const leg = externalLegOf(about, call, fate);
    return [{ record, phoneType }, ...(leg ? [{ record: leg }] : [])];
  });
  const isTold = (at: string) => Date.parse(at) <= until;
  return {
    agent: persona.agent.username,
    rungAt: new Map(its.map(({ call }) => [call.contactId, call.rungAt])),
    contacts: contacts.filter(({ record }) => isTold(record.LastUpdateTimestamp)),
    agentEvents: agentEventsOf(
      about,
      shift,
      its.map(({ call }) => call),
      until,
    ),
    flowLogs: its
      .flatMap(({ call, fate }) => flowLogOf(about, call, fate))
      .filter((log) => isTold(log.Timestamp)),
  };
}
