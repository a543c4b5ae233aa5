import type { Preflight, PreflightCheck } from '../../../model/messages/preflight.ts';
import type { Checked } from './finding.ts';

/** All that the page shows. */
export type CheckState = {
  /** `opening`: not yet ready to start; `broken`: the page was not deployed as it should be. */
  readonly phase: 'opening' | 'idle' | 'running' | 'done' | 'broken';
  /** Who is signed in; `asking` until that is known. */
  readonly agent: string | 'asking' | undefined;
  /** What is being looked at. */
  readonly now: readonly PreflightCheck[];
  readonly checks: readonly Checked[];
  readonly outcome?: Preflight['outcome'];
  /** ISO 8601 */
  readonly startedAt?: string;
  /** Of the microphone, while it is listened to: 0 to 1. */
  readonly level?: number;
  /** Whether the result is on its way to the managers. */
  readonly isKept?: boolean;
  readonly fault?: string;
};

export const nothingChecked: CheckState = { phase: 'opening', agent: 'asking', now: [], checks: [] };
