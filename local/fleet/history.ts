import { type Organisation, stableId } from '../organisation.ts';
import { apiCallsOf } from './api-calls.ts';
import { messagesOfApiCalls } from './api-messages.ts';
import { messagesOfCall } from './call-messages.ts';
import { type PlannedCall, planCalls } from './call-plan.ts';
import { samplesOfCall } from './call-samples.ts';
import { type Congestion, congestionOf } from './congestion.ts';
import type { Faults } from './faults.ts';
import { type Persona, personaOf } from './persona.ts';
import { type Random, randomOf } from './random.ts';
import type { PageLoad, SentMessage } from './sent-message.ts';
import { dayMillis, type Shift, shiftOf } from './work-hours.ts';

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
 * All that the pages of an organisation sent on some dates, one agent's day at a time. A day depends on nothing but
 * the seed, its date and the faults, so more dates add to what fewer gave.
 */
export function* historyOf(options: HistoryOptions): Generator<SentMessage[]> {
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
      const messages = messagesOfDay({ page, shift, congestion: network, faults, random });
      yield messages.filter(({ receivedAt }) => receivedAt <= until);
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
};

function messagesOfDay({ page, shift, congestion, faults, random }: Day): SentMessage[] {
  const calls = planCalls(page.persona, shift, faults, random);
  const ofCall = (call: PlannedCall) =>
    messagesOfCall(page, call, samplesOfCall(page.persona, call, congestion, faults, random), random);
  const ofCalls = calls.flatMap(ofCall);
  const apiCalls = apiCallsOf(page.persona.agent.site.name, shift, calls, faults, random);
  return [...ofCalls, ...messagesOfApiCalls(page, apiCalls, random)];
}
