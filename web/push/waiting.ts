/** The three routes of the ingest API. */
export type Route = '/softphone-stats' | '/softphone-reports' | '/api-metrics';

/** A message before it has a `sentAt`: that is stamped at each attempt. */
export type Unsent = Readonly<Record<string, unknown>>;

/** A message as it is put in. */
export type Letter = {
  /** What the message is, the same in every tab: a second message of a key is a repeat. */
  readonly key: string;
  readonly route: Route;
  readonly message: Unsent;
};

/** A message on its way to the server: it waits until the server has said that it has it. */
export type Waiting = Letter & {
  /** Counts up: the order in which messages came. */
  readonly id: number;
  /** Of the message as JSON. */
  readonly bytes: number;
  /** When it was put here, in epoch milliseconds. */
  readonly at: number;
  /** Times the server failed on this very message while it may have taken others. */
  readonly failures: number;
};

/** What became of all messages. `waiting` and `bytes` are of now; the rest counts up. */
export type Totals = {
  readonly waiting: number;
  readonly bytes: number;
  /** Lost as the last resort: no room, or older than what the server keeps. */
  readonly dropped: number;
  /** Messages the server will never take: put away with its reason. */
  readonly setAside: number;
};

/** Messages that the server has not acknowledged yet, oldest first. */
export type Outbox = {
  /** Puts a message in. False where one of its key is waiting, or was delivered already. */
  add(letter: Letter): Promise<boolean>;
  /** The message to send next, of those whose keys are not in `busy`: the oldest, but what failed often comes last. */
  next(busy: ReadonlySet<string>): Promise<Waiting | undefined>;
  /** The server has it: forget it, remember its key, even where it is not in the outbox yet. */
  delivered(key: string): Promise<void>;
  /** The server will never take it: put it away, with the reason. */
  setAside(key: string, reason: string): Promise<void>;
  /** The server failed on this very message. */
  failed(key: string): Promise<void>;
  /** Drops what is older than the server keeps. */
  expire(): Promise<void>;
  totals(): Promise<Totals>;
  /** False where the browser does not let the page keep anything: then a reload loses what waits. */
  readonly kept: boolean;
};

export type OutboxLimits = {
  readonly maxBytes: number;
  readonly maxAgeMillis: number;
};

/** A tab that lags behind this far no longer repeats anything. */
export const rememberDeliveredMillis = 24 * 3_600_000;

/** After this many failures of its own a message no longer holds up the others. */
export const failuresToStepBack = 3;

/** So many messages that the server refused are kept for whoever looks into it. */
export const mostSetAside = 50;

export function bytesOf(message: Unsent): number {
  return new TextEncoder().encode(JSON.stringify(message)).length;
}
