import { type Random, randomOf } from '../../local/fleet/random.ts';
import type { Thing } from './story.ts';

/** Something that comes to whoever collects it, and when. `poison`: why it must be set aside. */
export type Arrival = { readonly arrivesAt: number; readonly thing: Thing; readonly poison?: string };

const hourMillis = 3_600_000;
const poisonShare = 0.01;

/**
 * Delivers a day's things in an order of its own: most at once, some minutes and some hours late, some twice, and some that
 * nobody can read among them. In the order of arrival.
 */
export function deliver(things: readonly Thing[], seed: number): readonly Arrival[] {
  const random = randomOf(seed, 'delivery');
  const all = things.flatMap((thing): Arrival[] => {
    const arrivals: Arrival[] = [{ arrivesAt: thing.at + delay(random), thing }];
    if (random.chance(0.1)) {
      arrivals.push({ arrivesAt: thing.at + delay(random) + random.between(0, 2 * hourMillis), thing });
    }
    const poisoned = random.chance(poisonShare * 2) ? poison(thing, random) : undefined;
    if (poisoned) arrivals.push({ arrivesAt: thing.at + delay(random), ...poisoned });
    return arrivals;
  });
  return all.sort((a, b) => a.arrivesAt - b.arrivesAt);
}

function delay(random: Random): number {
  if (random.chance(0.8)) return random.between(300, 5000);
  return random.chance(0.6) ? random.between(5000, 600_000) : random.between(600_000, 6 * hourMillis);
}

/** What only one of Connect's own sources can bring: what a page sends is refused at the door, and told so. */
function poison(thing: Thing, random: Random): Omit<Arrival, 'arrivesAt'> | undefined {
  if (!('raw' in thing)) return undefined;
  const { raw } = thing as { raw: Record<string, unknown> };
  const [broken, reason] = random.pick<readonly [unknown, string]>([
    ['{"ContactId": "9b5f0c1e', 'unreadable'],
    [[raw], 'unreadable'],
    ...faultsOf(thing.source).map(
      ([name, value]) => [{ ...raw, [name]: value }, `invalid $.${name}`] as const,
    ),
  ]);
  return { thing: { ...thing, raw: broken } as Thing, poison: reason };
}

function faultsOf(source: Thing['source']): (readonly [field: string, value: unknown])[] {
  switch (source) {
    case 'contact-records':
      return [
        ['ContactId', '../../etc/passwd'],
        ['InitiationTimestamp', 'yesterday'],
        ['LastUpdateTimestamp', undefined],
      ];
    case 'agent-events':
      return [
        ['EventId', undefined],
        ['EventTimestamp', 1_772_618_400],
      ];
    default:
      return [
        ['ContactId', null],
        ['Timestamp', 'noon'],
      ];
  }
}
