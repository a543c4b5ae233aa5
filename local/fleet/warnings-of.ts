import type { CallWarning } from '../../model/messages/call.ts';
import { defaultLimits } from '../../model/quality/limits.ts';
import { newMonitor, raisedWarnings, watchSamples } from '../../model/warnings/monitor.ts';
import type { CallSamples } from './call-samples.ts';
import { randomOf } from './random.ts';

/** Of the warnings agents put away so many. */
const dismissedShare = 0.3;

/**
 * What the page would have warned of in a call, by the page's own rules, and what the agent dismissed of it. Chance of its
 * own, so that the rest of the history is what it was.
 *
 * @param heardAt when the page got samples, oldest first, in epoch milliseconds: each time all since the time before
 */
export function warningsOf(
  contactId: string,
  samples: CallSamples,
  heardAt: readonly number[],
): CallWarning[] {
  const random = randomOf(1, 'dismissed', contactId);
  const warnings: CallWarning[] = [];
  // What is dismissed later is in no message any more.
  const lastHeard = heardAt.at(-1) ?? 0;
  let monitor = newMonitor;
  heardAt.forEach((until, i) => {
    const since = heardAt[i - 1] ?? Number.NEGATIVE_INFINITY;
    const fresh = between(samples, since, until);
    const before = raisedWarnings(monitor);
    monitor = watchSamples(monitor, fresh, defaultLimits);
    const now = raisedWarnings(monitor);
    const at = new Date(until).toISOString();
    for (const kind of now) {
      if (before.includes(kind)) continue;
      warnings.push({ kind, change: 'shown', at });
      const readAt = until + random.between(2000, 9000);
      if (random.chance(dismissedShare) && readAt < lastHeard)
        warnings.push({ kind, change: 'dismissed', at: new Date(readAt).toISOString() });
    }
    for (const kind of before) if (!now.includes(kind)) warnings.push({ kind, change: 'cleared', at });
  });
  return warnings;
}

function between(samples: CallSamples, since: number, until: number): CallSamples {
  const isNew = ({ at }: { at: number }) => at > since && at <= until;
  return {
    audio_input: samples.audio_input.filter(isNew),
    audio_output: samples.audio_output.filter(isNew),
  };
}
