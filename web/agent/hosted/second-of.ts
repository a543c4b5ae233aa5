import type { EventSamples } from '../../monitor/watch-stats.ts';
import type { Totals } from './totals.ts';

/**
 * What happened between two looks at a connection, a second apart: at most one sample of each stream; none of a stream that had not begun
 * at the first look, because what it counted until then is of a time that is not known.
 *
 * @param unheard whether the far side has stopped reporting that anything arrives
 */
export function secondOf(before: Totals, now: Totals, unheard = false): EventSamples {
  const { at } = now;
  const input = now.toAgent &&
    before.toAgent && {
      at,
      packetsLost: difference(before.toAgent.packetsLost, now.toAgent.packetsLost),
      packetsCount: difference(before.toAgent.packetsReceived, now.toAgent.packetsReceived),
      jitterMillis: now.toAgent.jitterMillis,
      // The round trip is the connection's: measured by what the far side reports of the other direction.
      roundTripTimeMillis: now.fromAgent?.roundTripTimeMillis ?? null,
      audioLevel: now.toAgent.audioLevel,
      concealedPercent: share(
        difference(before.toAgent.samplesConcealed, now.toAgent.samplesConcealed),
        difference(before.toAgent.samplesPlayed, now.toAgent.samplesPlayed),
      ),
      quiet: false,
    };
  const output = now.fromAgent &&
    before.fromAgent && {
      at,
      // The first report of the far side says what was lost since the beginning.
      packetsLost: difference(before.fromAgent.packetsLost ?? 0, now.fromAgent.packetsLost),
      packetsCount: difference(before.fromAgent.packetsSent, now.fromAgent.packetsSent),
      jitterMillis: now.fromAgent.jitterMillis,
      roundTripTimeMillis: now.fromAgent.roundTripTimeMillis,
      audioLevel: now.fromAgent.audioLevel,
      ...(unheard ? { unheard } : {}),
      quiet: false,
    };
  return { audio_input: input ? [input] : [], audio_output: output ? [output] : [] };
}

function difference(before: number | null, now: number | null): number | null {
  return before === null || now === null ? null : now - before;
}

/** In percent, rounded to a tenth; null of nothing. */
function share(part: number | null, whole: number | null): number | null {
  if (part === null || whole === null || whole <= 0) return null;
  return Math.round(Math.min(100, Math.max(0, (100 * part) / whole)) * 10) / 10;
}
