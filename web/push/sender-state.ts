import type { Failure } from './answer.ts';
import type { Totals } from './waiting.ts';

/** How sending stands. */
export type SenderState = Totals & {
  /** Since the page was opened. */
  readonly sent: number;
  readonly lastSentAt?: number;
  /** Set while messages wait because of a failure. */
  readonly failing?: { readonly why: Failure; readonly since: number };
  readonly kept: boolean;
  /** Of those that wait: messages of another agent than who is signed in. */
  readonly others: number;
  /** Of those that wait: messages of agents whom the server does not know. */
  readonly strangers: number;
};
