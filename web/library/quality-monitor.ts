import type { Limits } from '../../model/quality/limits.ts';
import type { WarningKind } from '../../model/warnings/warning-kinds.ts';
import type { CallView } from '../monitor/call-view.ts';
import type { MonitorState } from '../monitor/monitor-state.ts';
import type { Said } from '../monitor/said.ts';

/** How a page is to be monitored. `settings.json` of the deployment's softphone site has the first four. */
export type QualityMonitorOptions = {
  /** The ingest API of the deployment. It takes messages only from origins that the deployment allows. */
  readonly apiUrl: string;
  /** The Amazon Connect instance. */
  readonly instanceId: string;
  /**
   * By which calls are judged and agents warned, where they differ from the product's own; in `settings.json`,
   * `qualityLimits`.
   */
  readonly limits?: {
    readonly fair?: Partial<Limits>;
    readonly poor?: Partial<Limits>;
    readonly minimumPackets?: number;
    readonly poorCallPercent?: number;
    readonly poorCallsTargetPercent?: number;
  };
  /** For how many days the browser keeps what it cannot send; no longer than the server keeps it. 14 unless told. */
  readonly outboxDays?: number;
  /**
   * Gives the access token of the agent who is signed in, where the deployment has agents sign in (`agentAuth`); nothing
   * where nobody is, and messages wait. Asked before each message: keep the token, and renew it here.
   */
  readonly authorize?: (agent: string) => string | undefined | Promise<string | undefined>;
  /** The server did not take the token: the next `authorize` should give another. */
  readonly onUnauthorized?: () => void;
  /** A warning is to be shown, or taken away: it is over, or dismissed, or the call is. */
  readonly onWarning?: (warning: ShownWarning) => void;
  /** Anything has changed of the call that is going on, or else of the last one. */
  readonly onCall?: (call: CallView) => void;
  /** Anything has changed. */
  readonly onState?: (state: MonitorState) => void;
};

/** What an agent is warned of, with words for it. */
export type ShownWarning = {
  readonly contactId: string;
  readonly kind: WarningKind;
  /** False: take it away. */
  readonly shown: boolean;
  /** What is the matter, in one sentence. */
  readonly title: string;
  /** The one thing to do. */
  readonly step: string;
};

/** A softphone that is monitored. */
export type QualityMonitor = {
  readonly state: MonitorState;
  /**
   * The agent says what was wrong with a call that is going on or was: a symptom, that it was none after all, or words,
   * which count only beside a symptom. Throws a TypeError where it is something else.
   */
  reportProblem(contactId: string, said: Said): void;
  /** The agent has read a warning: it stays away for the rest of the call. */
  dismiss(contactId: string, kind: WarningKind): void;
  /** Tries to send now, rather than when the next attempt is due. */
  sendNow(): void;
  /**
   * Ends it. Resolves when nothing is held any more: no listener, timer, lock or database. What is not sent yet waits in the
   * browser for the next monitor of this origin.
   */
  stop(): Promise<void>;
};
