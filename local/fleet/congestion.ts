import { type Random, randomOf } from './random.ts';

const slotMillis = 5 * 60_000;

/**
 * How crowded a site's network is: 0 not at all, about 0.2 on average, 1 for a few minutes a week. All its agents
 * feel the same, so what happens to one at a moment happens to the others too.
 */
export type Congestion = (at: number) => number;

/** Makes a site's congestion over time; the same at every call for the same moment. */
export function congestionOf(site: string, seed: number): Congestion {
  const slots = new Map<number, number>();
  const levelOf = (slot: number) => {
    const level = slots.get(slot) ?? levelFrom(randomOf(seed, 'congestion', site, slot));
    slots.set(slot, level);
    return level;
  };
  return (at) => {
    const slot = Math.floor(at / slotMillis);
    const along = at / slotMillis - slot;
    return levelOf(slot) * (1 - along) + levelOf(slot + 1) * along;
  };
}

function levelFrom(random: Random): number {
  const usual = random.between(0, 0.35);
  return random.chance(0.006) ? random.between(0.5, 1) : usual;
}
