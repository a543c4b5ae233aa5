import type { Symptom } from '../../model/messages/symptoms.ts';
import type { Sample } from '../../model/quality/sample.ts';
import type { WindowSummary } from '../../model/quality/summarise-window.ts';
import type { WarningKind } from '../../model/warnings/warning-kinds.ts';

/** One direction of a window, as a page shows it. */
export type DirectionView = { readonly summary: WindowSummary; readonly samples: readonly Sample[] };

export type WindowView = {
  /** Time of the last sample, in epoch milliseconds. */
  readonly endedAt: number;
  readonly toAgent?: DirectionView;
  readonly fromAgent?: DirectionView;
};

/** A call as a page shows it. */
export type CallView = {
  readonly contactId: string;
  readonly queue?: string;
  readonly phase: 'ringing' | 'talking' | 'onHold' | 'over';
  readonly outcome?: 'ended' | 'missed' | 'vanished';
  readonly muted: boolean;
  /** Nothing more is measured: the page was loaded again in the middle of the call. */
  readonly reloaded: boolean;
  readonly startedAt: number;
  readonly connectedAt?: number;
  /** What the agent has said of it. */
  readonly symptoms: readonly Symptom[];
  readonly words?: string;
  /** What the agent is warned of now. */
  readonly warnings: readonly WarningKind[];
  /** The agent was warned, and it is not over as far as is known. */
  readonly warned: boolean;
  /** Oldest first. */
  readonly windows: readonly WindowView[];
  /** The last half minute until now, anew each second; only while a call goes on that the page hosts. */
  readonly latest?: WindowView;
};
