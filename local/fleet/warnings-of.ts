import type { CallWarning } from '../../model/messages/call.ts';
import { defaultLimits } from '../../model/quality/limits.ts';
import { newMonitor, raisedWarnings, watchSamples } from '../../model/warnings/monitor.ts';
import type { CallSamples } from './call-samples.ts';

/**
 * What the page would have warned of in a call, by the page's own rules; nobody dismisses anything.
 *
 * @param heardAt when the page got samples, oldest first, in epoch milliseconds: each time all since the time before
 */
export function warningsOf(samples: CallSamples, heardAt: readonly number[]): CallWarning[] {
  const warnings: CallWarning[] = [];
  let monitor = newMonitor;
  heardAt.forEach((until, i) => {
    const since = heardAt[i - 1] ?? Number.NEGATIVE_INFINITY;
    const isNew = ({ at }: { at: number }) => at > since && at <= until;
    const fresh = {
      audio_input: samples.audio_input.filter(isNew),
      audio_output: samples.audio_output.filter(isNew),
    };
    const before = raisedWarnings(monitor);
    monitor = watchSamples(monitor, fresh, defaultLimits);
    const now = raisedWarnings(monitor);
    const at = new Date(until).toISOString();
    for (const kind of now) if (!before.includes(kind)) warnings.push({ kind, change: 'shown', at });
    for (const kind of before) if (!now.includes(kind)) warnings.push({ kind, change: 'cleared', at });
  });
  return warnings;
}
