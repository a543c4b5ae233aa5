import type { reportStages } from '../../model/messages/report-names.ts';
import type { Persona } from './persona.ts';
import { randomOf } from './random.ts';

type Stage = Exclude<(typeof reportStages)[number], 'talkingTimeMillis'>;

/** What a stage takes by itself at the median, in milliseconds, and how often it goes to the media region and back. */
const stages: Readonly<Record<Stage, { own: number; spread: number; roundTrips: number }>> = {
  gumTimeMillis: { own: 38, spread: 0.5, roundTrips: 0 },
  initializationTimeMillis: { own: 44, spread: 0.3, roundTrips: 0 },
  iceCollectionTimeMillis: { own: 9, spread: 0.6, roundTrips: 1 },
  signallingConnectTimeMillis: { own: 70, spread: 0.35, roundTrips: 3 },
  handshakingTimeMillis: { own: 110, spread: 0.35, roundTrips: 3 },
  preTalkingTimeMillis: { own: 240, spread: 0.3, roundTrips: 1 },
  cleanupTimeMillis: { own: 16, spread: 0.4, roundTrips: 0 },
};

/**
 * How long the stages of a call's set-up took: longer from afar, and now and then much longer. Chance of its own, so
 * that the rest of the history is what it was.
 */
export function setupStagesOf({ lastMile }: Persona, contactId: string): Readonly<Record<Stage, number>> {
  const random = randomOf(1, 'set-up', contactId);
  const millis = ({ own, spread, roundTrips }: (typeof stages)[Stage]) =>
    Math.round(random.logNormal(own, spread) + roundTrips * lastMile.roundTripMillis);
  return Object.fromEntries(Object.entries(stages).map(([stage, of]) => [stage, millis(of)])) as Record<
    Stage,
    number
  >;
}
