import { makeOrganisation } from '../../../local/organisation.ts';
import type { Rotation } from '../../../model/documents/dated-index.ts';
import type { Placed } from '../raw-bulk.ts';
import { agentsOf, type BenchAgent } from './agents.ts';
import { retell } from './retell.ts';
import { type ToldDay, tellDay } from './told-day.ts';

const dayMillis = 86_400_000;

/** The month that the bench fills: its dates are fixed, as is all else of it. */
export const month = {
  from: '2026-01-01T00:00:00.000Z',
  to: '2026-01-31T00:00:00.000Z',
  dates: Array.from({ length: 30 }, (_, i) =>
    new Date(Date.parse('2026-01-01') + i * dayMillis).toISOString().slice(0, 10),
  ),
} as const;

/** How many days are made anew for each site and routing profile, and then told again and again. */
const variants = 2;

/** A contact centre's month: 1,400 windows, 140 calls and 3,400 API documents for each agent and day of work. */
export type Month = {
  readonly rotation: Rotation;
  /** All documents of the first so many agents on one date. */
  readonly documents: (date: string, agents: number) => Generator<Placed>;
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
    *documents(date, count) {
      const place = month.dates.indexOf(date);
      for (const [i, agent] of agents.slice(0, count).entries()) {
        // Five days of seven, not the same ones for all.
        if ((place + i) % 7 >= 5) continue;
        yield* retell(dayOf(agent, (place + i) % variants), agent.dimensions, date, rotation);
      }
    },
  };
}
