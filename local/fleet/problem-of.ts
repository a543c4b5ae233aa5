import type { CallProblem } from '../../model/messages/problem.ts';
import type { Symptom } from '../../model/messages/symptoms.ts';
import { packetsLostPercent } from '../../model/quality/loss.ts';
import type { Sample, StreamType } from '../../model/quality/sample.ts';
import { average, measured } from '../../model/quality/statistics.ts';
import type { PlannedCall } from './call-plan.ts';
import type { CallSamples } from './call-samples.ts';
import { randomOf } from './random.ts';

/** One agent in three says something of a bad call; now and then one of a good call: an echo is in no figure. */
const saidOfBad = 0.35;
const saidOfGood = 0.012;

/**
 * What the agent says of a call once it is over; undefined of most. Chance of its own, so that the rest of the history is
 * what it was.
 */
export function problemOf(call: PlannedCall, samples: CallSamples): CallProblem | undefined {
  const random = randomOf(1, 'problem', call.contactId);
  const said = symptomOf(call, samples);
  if (!random.chance(said ? saidOfBad : saidOfGood)) return undefined;
  const symptom = said ?? random.pick<Symptom>(['echo', 'oneWay', 'choppy'], [5, 3, 2]);
  const at = new Date(call.endedAt + random.between(1500, 9000)).toISOString();
  return { symptoms: [{ symptom, at }] };
}

/** What could be heard of what was measured. */
function symptomOf({ outcome }: PlannedCall, samples: CallSamples): Symptom | undefined {
  if (outcome === 'setupFailed') return 'couldNotAccept';
  if (lossOf('audio_input', samples) > 3 || lossOf('audio_output', samples) > 5) return 'choppy';
  const trips = samples.audio_output.map(({ roundTripTimeMillis }) => roundTripTimeMillis);
  return (average(measured(trips)) ?? 0) > 400 ? 'delay' : undefined;
}

function lossOf(streamType: StreamType, samples: CallSamples): number {
  const sum = (of: (sample: Sample) => number | null) =>
    samples[streamType].reduce((all, one) => all + (of(one) ?? 0), 0);
  const lost = sum(({ packetsLost }) => packetsLost);
  return (
    packetsLostPercent(
      streamType,
      lost,
      sum(({ packetsCount }) => packetsCount),
    ) ?? 0
  );
}
