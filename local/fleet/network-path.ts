import type { StreamType } from '../../model/quality/sample.ts';
import type { Congestion } from './congestion.ts';
import { type Faults, severity } from './faults.ts';
import type { Persona } from './persona.ts';
import type { Random } from './random.ts';

/** What a second of one direction is like. */
export type Second = {
  readonly lossPercent: number;
  readonly jitterMillis: number;
  readonly roundTripMillis: number;
};

/** One direction of one call's network; asked once a second, in the order of time. */
export type NetworkPath = (at: number) => Second;

/** What a fault adds while it lasts, beside what is usual. */
type Extra = Second;
const nothing: Extra = { lossPercent: 0, jitterMillis: 0, roundTripMillis: 0 };

/** A bad stretch lasts about this long. */
const badStretchSeconds = 4;

/** Makes the network of one direction of a call. */
export function networkPath(
  persona: Persona,
  streamType: StreamType,
  congestion: Congestion,
  faults: Faults,
  random: Random,
): NetworkPath {
  const { lastMile } = persona;
  const fault = faultOn(persona, streamType, faults, random);
  const unlucky = random.chance(lastMile.badCallShare) ? random.between(10, 60) : 1;
  const badShare = Math.min(0.6, (unlucky * lastMile.badSecondsPerHour) / 3600);
  let wander = 0;
  let bad = 0;
  return (at) => {
    const crowded = congestion(at);
    wander = 0.9 * wander + 0.3 * random.normal();
    if (bad > 0) bad--;
    else if (random.chance((badShare / badStretchSeconds) * (0.5 + 2.5 * crowded)))
      bad = Math.ceil(random.wait(badStretchSeconds));
    const extra = fault(at);
    return {
      lossPercent:
        lastMile.lossPercent * (1 + crowded) +
        5 * crowded ** 3 +
        (bad > 0 ? random.between(2, 18) : 0) +
        extra.lossPercent,
      jitterMillis: Math.max(
        0.4,
        lastMile.jitterMillis * (1 + 0.7 * crowded + 0.2 * wander) +
          25 * crowded ** 2 +
          (bad > 0 ? random.between(6, 30) : 0) +
          extra.jitterMillis,
      ),
      roundTripMillis: Math.max(
        8,
        lastMile.roundTripMillis +
          3 * wander +
          60 * crowded ** 2 +
          (bad > 0 ? 20 : 0) +
          extra.roundTripMillis,
      ),
    };
  };
}

function faultOn(
  persona: Persona,
  streamType: StreamType,
  faults: Faults,
  random: Random,
): (at: number) => Extra {
  const { siteNetwork, agentLastMile } = faults;
  const strength = random.between(0.35, 1.45);
  if (persona.agent.username === agentLastMile.agent && streamType === 'audio_output') {
    const { lossPercent, jitterMillis } = severity.agentLastMile;
    return () =>
      scaled({ lossPercent, jitterMillis, roundTripMillis: 20 }, strength * random.between(0.3, 1.7));
  }
  if (persona.agent.site.name !== siteNetwork.site) return () => nothing;
  return (at) =>
    at >= siteNetwork.from && at < siteNetwork.to
      ? scaled(severity.siteNetwork, strength * random.between(0.7, 1.3))
      : nothing;
}

function scaled(extra: Extra, by: number): Extra {
  return {
    lossPercent: extra.lossPercent * by,
    jitterMillis: extra.jitterMillis * by,
    roundTripMillis: extra.roundTripMillis * by,
  };
}
