import { makeOrganisation } from '../../../local/organisation.ts';
import type { Rotation } from '../../../model/documents/dated-index.ts';
import type { DatedKind } from '../../../model/documents/kinds.ts';
import { periodBefore } from '../../../model/query/period-before.ts';
import type { Placed } from '../raw-bulk.ts';
import { agentsOf, type BenchAgent } from './agents.ts';
import { retell } from './retell.ts';
import { type ToldDay, tellDay } from './told-day.ts';

const dayMillis = 86_400_000;

/** A Thursday morning at two of the three sites; fixed, as is all else of the month. */
const now = '2026-01-29T10:00:00.000Z';
const days = 30;
const thirtyDays = { from: ago(days * dayMillis), to: now, zone: 'UTC' };
const { from, to } = periodBefore(thirtyDays);

/**
 * The month that the bench fills: the last 30 days as of now, of which the first and the last begin and end within an
 * index, as they mostly do, and the 30 days that pages compare with them, whole weeks earlier.
 */
export const month = {
  now,
  days,
  from: thirtyDays.from,
  lastHour: ago(3_600_000),
  dates: datesFrom(thirtyDays.from, now),
  datesBefore: datesFrom(from, to),
} as const;

function ago(millis: number): string {
  return new Date(Date.parse(now) - millis).toISOString();
}

/** All dates that a range touches, by UTC. */
function datesFrom(from: string, to: string): string[] {
  const first = Date.parse(from.slice(0, 10));
  const count = Math.ceil((Date.parse(to) - first) / dayMillis);
  return Array.from({ length: count }, (_, i) => new Date(first + i * dayMillis).toISOString().slice(0, 10));
}

/** How many days are made anew for each site and routing profile, and then told again and again. */
const variants = 2;

/** A contact centre's month: 1,400 windows, 140 calls and 3,400 API documents for each agent and day of work. */
export type Month = {
  readonly rotation: Rotation;
  /** All documents of some kinds of some of the agents, by their place among all, on one date. */
  readonly documents: (
    date: string,
    agents: { readonly from: number; readonly to: number },
    kinds: readonly DatedKind[],
  ) => Generator<Placed>;
};

/** @param most the number of agents that are ever asked for */
export async function makeMonth(most: number, rotation: Rotation): Promise<Month> {
  const agents = await agentsOf(makeOrganisation(), most);
  const told = new Map<string, ToldDay>();
  const kindOf = ({ persona: { agent } }: BenchAgent) => `${agent.site.name}/${agent.routingProfile.name}`;
  const dayOf = (agent: BenchAgent, variant: number) => {
    const kind = kindOf(agent);
    // The first of their kind, so that it does not matter who is asked for first.
    const model = agents.find((other) => kindOf(other) === kind) ?? agent;
    const key = `${kind}/${variant}`;
    const day = told.get(key) ?? tellDay(model, variant);
    told.set(key, day);
    return day;
  };
  return {
    rotation,
    *documents(date, { from, to }, kinds) {
      const place = Date.parse(date) / dayMillis;
      for (const [i, agent] of agents.entries()) {
        // Five days of seven, not the same ones for all.
        if (i < from || i >= to || (place + i) % 7 >= 5) continue;
        yield* retell(dayOf(agent, (place + i) % variants), agent.dimensions, date, { rotation, kinds });
      }
    },
  };
}
