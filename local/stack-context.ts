import type { Credentials } from './aws/create-manager.ts';
import type { Ports } from './ports.ts';
import type { Say } from './progress.ts';
import type { Supervisor } from './supervise.ts';

/** What starting each part of the stack needs. */
export interface StackContext {
  readonly ports: Ports;
  readonly searchUrl: string;
  readonly manager: Credentials;
  /** For data, logs and stack.json. */
  readonly folder: string;
  /** Of serverless.yml, beside those that the local stage sets. */
  readonly parameters?: Readonly<Record<string, string>>;
  readonly logs: string;
  readonly say: Say;
  readonly supervisor: Supervisor;
  /** Aborted when the stack is stopped. */
  readonly signal: AbortSignal;
}
