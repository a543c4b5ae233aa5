import { type Organisation, stableId } from '../organisation.ts';
import { messagesOfAgentSide } from './agent-side-messages.ts';
import { agentSideOf } from './agent-side-of.ts';
import { apiCallsOf } from './api-calls.ts';
import { messagesOfApiCalls } from './api-messages.ts';
import { messagesOfCall } from './call-messages.ts';
import { type PlannedCall, planCalls } from './call-plan.ts';
import { samplesOfCall } from './call-samples.ts';
import { type Congestion, congestionOf } from './congestion.ts';
import { type ToldByConnect, toldByConnect } from './connect/told-by-connect.ts';
import type { Faults } from './faults.ts';
import { type Persona, personaOf } from './persona.ts';
import { type Random, randomOf } from './random.ts';
import type { PageLoad, SentMessage } from './sent-message.ts';
import { dayMillis, type Shift, shiftOf } from './work-hours.ts';

/** One agent's day: what the page sent, and what Amazon Connect told. */
export type HistoryDay = { readonly messages: readonly SentMessage[]; readonly told: ToldByConnect };

export type HistoryOptions = {
  readonly organisation: Organisation;
  readonly seed: number;
  /** Dates of the sites' calendars, `YYYY-MM-DD`. */
  readonly dates: readonly string[];
  readonly faults: Faults;
  /** Nothing is sent later than this. */
  readonly until: Date;
};

/**
 * All that the pages of an organisation sent on some dates and that Amazon Connect told of it, one agent's day at a time. A
 * day depends on nothing but the seed, its date and the faults, so more dates add to what fewer gave.
 */
export function* historyOf(options: HistoryOptions): Generator<HistoryDay> {
  const { organisation, seed, dates, faults, until } = options;
  const congestion = new Map(organisation.sites.map(({ name }) => [name, congestionOf(name, seed)]));
  const personas = organisation.agents.map((agent) => personaOf(agent, seed));
  for (const date of dates) {
    for (const persona of personas) {
      const { username, site } = persona.agent;
      const random = randomOf(seed, 'day', username, date);
      const shift = shiftOf(site.name, date, random);
      if (!shift) continue;
      const clientId = stableId(`page/${seed}/${username}/${date}`);
      const page = { persona, instanceId: organisation.instanceId, clientId };
      const network = congestion.get(site.name) ?? (() => 0);
      const day = { page, shift, congestion: network, faults, random, seed };
      const { messages, calls, phoneType } = dayOf(day, date);
      const { instanceArn } = organisation;
      const told = { persona, instanceArn, shift, calls, phoneType, seed, until: until.getTime() };
      yield {
        messages: messages.filter(({ receivedAt }) => receivedAt <= until),
        told: toldByConnect(told),
      };
    }
  }
}

/** The last `days` dates before `now`, and today as far as it has come, in UTC. */
export function datesBefore(now: Date, days: number): string[] {
  return Array.from({ length: days + 1 }, (_, i) =>
    new Date(now.getTime() - (days - i) * dayMillis).toISOString().slice(0, 10),
  );
}

type Day = {
  readonly page: PageLoad & { readonly persona: Persona };
  readonly shift: Shift;
  readonly congestion: Congestion;
  readonly faults: Faults;
  readonly random: Random;
  readonly seed: number;
};

function dayOf({ page, shift, congestion, faults, random, seed }: Day, date: string) {
  const { agent } = page.persona;
  const calls = planCalls(page.persona, shift, faults, random).map((call) => {
    const samples = samplesOfCall(page.persona, call, congestion, faults, random);
    return { call, samples, messages: messagesOfCall(page, call, samples, random) };
  });
  const planned = calls.map(({ call }) => call);
  const apiCalls = apiCallsOf(agent.site.name, shift, planned, faults, random);
  const side = agentSideOf({ persona: page.persona, shift, faults, seed, date });
  const isDeskPhone = agent.username === faults.deskPhone.agent && Number(date.slice(-2)) % 2 === 0;
  const isSeen = ({ contactId }: PlannedCall) =>
    !isDeskPhone && !(agent.username === faults.outsidePage.agent && /^[0-7]/.test(contactId));
  const ofCalls = calls.flatMap(({ call, messages }) => (isSeen(call) ? messages : []));
  return {
    calls,
    phoneType: isDeskPhone ? ('DESK_PHONE' as const) : ('SOFT_PHONE' as const),
    messages: [...ofCalls, ...messagesOfApiCalls(page, apiCalls, random), ...messagesOfAgentSide(page, side)],
  };
}
