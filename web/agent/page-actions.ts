import type { WarningKind } from '../../model/warnings/warning-kinds.ts';
import type { Said } from '../monitor/said.ts';
import type { Source } from './readiness/sources.ts';

/** What the page's buttons do. */
export type PageActions = {
  /** Tries to send now. */
  readonly retry: () => void;
  /** Absent where agents do not sign in to send. */
  readonly signIn: (() => void) | undefined;
  /** The agent says something of a call. */
  readonly say: (contactId: string, said: Said) => void;
  /** The agent has read a warning. */
  readonly dismiss: (contactId: string, kind: WarningKind) => void;
  /** The agent has read what keeps them from the next call. */
  readonly dismissNote: (source: Source) => void;
};
export const noActions: PageActions = {
  retry: () => {},
  signIn: undefined,
  say: () => {},
  dismiss: () => {},
  dismissNote: () => {},
};
