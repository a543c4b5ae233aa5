import { saidSymptoms } from '../../model/messages/said-symptoms.ts';
import type { QualityLimits } from '../../model/quality/limits.ts';
import type { Rating } from '../../model/quality/rating.ts';
import { summariseWindow } from '../../model/quality/summarise-window.ts';
import { type CallRecord, connectedAt, hasHappened, isBetween, isOver } from './call-record.ts';
import type { CallView, DirectionView, WindowView } from './call-view.ts';
import { isWarned, shownWarnings } from './note-warnings.ts';
import { present } from './present.ts';
import type { EventSamples } from './watch-stats.ts';

/** Twelve hours: the average is the whole call's. */
const mostWindows = 1440;
/** Four windows are two minutes: what an agent still has in mind. Of older ones the summary is enough. */
export const drawnWindows = 4;

export function viewOf(record: CallRecord, windows: readonly WindowView[]): CallView {
  const connected = connectedAt(record);
  const outcome = (['ended', 'missed', 'vanished'] as const).find((type) => hasHappened(record, type));
  return {
    contactId: record.contactId,
    ...(record.facts.queue?.name ? { queue: record.facts.queue.name } : {}),
    phase: phaseOf(record),
    ...(outcome ? { outcome } : {}),
    muted: isBetween(record, 'muted', 'unmuted') && !isOver(record),
    reloaded: hasHappened(record, 'reloaded'),
    startedAt: Date.parse(record.startedAt),
    ...(connected === undefined ? {} : { connectedAt: connected }),
    symptoms: saidSymptoms(record.problem),
    warnings: shownWarnings(record),
    warned: isWarned(record),
    ...(record.problem?.words ? { words: record.problem.words.text } : {}),
    // Audio is measured while it rings, too: of a call that nobody took it says nothing.
    windows: outcome === 'missed' ? [] : windows,
  };
}

function phaseOf(record: CallRecord): CallView['phase'] {
  if (isOver(record)) return 'over';
  if (!hasHappened(record, 'connected')) return 'ringing';
  return isBetween(record, 'held', 'resumed') ? 'onHold' : 'talking';
}

/** The windows with one more. */
export function withWindow(
  windows: readonly WindowView[],
  samples: EventSamples,
  limits: QualityLimits,
): readonly WindowView[] {
  const view = windowOf(samples, limits);
  if (!view) return windows;
  const older = windows.slice(0, 1 - drawnWindows).map(withoutSamples);
  return [...older, ...windows.slice(1 - drawnWindows), view].slice(-mostWindows);
}

/** What samples come to, by the same arithmetic as the server's; undefined of none. */
export function windowOf(samples: EventSamples, limits: QualityLimits): WindowView | undefined {
  const { audio_input: input, audio_output: output } = samples;
  const endedAt = Math.max(input.at(-1)?.at ?? 0, output.at(-1)?.at ?? 0);
  if (endedAt === 0) return undefined;
  return {
    endedAt,
    ...(input.length > 0
      ? { toAgent: { samples: input, summary: summariseWindow('audio_input', input, limits, output) } }
      : {}),
    ...(output.length > 0
      ? {
          fromAgent: {
            samples: output,
            summary: summariseWindow('audio_output', output, limits, input),
          },
        }
      : {}),
  };
}

function withoutSamples(window: WindowView): WindowView {
  const bare = (view: DirectionView | undefined) => view && { ...view, samples: [] };
  const { endedAt, toAgent, fromAgent } = window;
  return present<WindowView>({ endedAt, toAgent: bare(toAgent), fromAgent: bare(fromAgent) });
}

/** Mean opinion scores over a call: each window counts by its length, and only where it has a score. */
export function averageScores(windows: readonly WindowView[]): { toAgent?: number; fromAgent?: number } {
  const averageOf = (side: 'toAgent' | 'fromAgent') => {
    let [sum, seconds] = [0, 0];
    for (const summary of windows.map((window) => window[side]?.summary)) {
      if (!summary?.mos) continue;
      sum += summary.mos.avg * summary.windowSeconds;
      seconds += summary.windowSeconds;
    }
    return seconds > 0 ? sum / seconds : undefined;
  };
  return present<{ toAgent?: number; fromAgent?: number }>({
    toAgent: averageOf('toAgent'),
    fromAgent: averageOf('fromAgent'),
  });
}

/** The rating to show for both directions together: the worse one; not classified unless at least one is. */
export function worseRating(window: WindowView | undefined): Rating {
  const ratings = [window?.toAgent?.summary.rating, window?.fromAgent?.summary.rating];
  return (['poor', 'fair', 'good'] as const).find((rating) => ratings.includes(rating)) ?? 'unclassified';
}
