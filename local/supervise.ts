import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './paths.ts';
import type { Say } from './progress.ts';
import { until } from './until.ts';

/** A process of the stack. It must end when its standard input does, so that it never outlives this process. */
export interface Part {
  readonly name: string;
  readonly command: string;
  readonly parameters: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  /** Asked until it says yes. */
  readonly isReady: () => Promise<boolean>;
  /** Brings back what it knew, after it died and was started again. */
  readonly afterRestart?: () => Promise<void>;
}

export interface Supervisor {
  /** Resolves when the part is ready; rejects if it ends or takes three minutes. */
  start(part: Part): Promise<void>;
  /** Ends every process. May be called again. */
  stop(): Promise<void>;
}

export interface SupervisorOptions {
  /** Where each part's output goes. */
  readonly logs: string;
  readonly say: Say;
  /** A part died for the second time, or could not be brought back. */
  readonly onFatal: (reason: Error) => void;
}

/** A busy machine with cold caches takes its time. */
const READY_WITHIN_MILLIS = 180_000;
const END_WITHIN_MILLIS = 8000;

/** Starts the parts of the stack; one that dies is named and started once more. */
export function supervise({ logs, say, onFatal }: SupervisorOptions): Supervisor {
  const running = new Set<ChildProcess>();
  const logOf = ({ name }: Part) => join(logs, `${name.toLowerCase().replaceAll(' ', '-')}.log`);
  let stopping = false;
  mkdirSync(logs, { recursive: true });

  async function start(part: Part, isRestart = false): Promise<void> {
    if (stopping) throw new Error(`The ${part.name} is not started: the stack ends.`);
    const child = spawnInGroup(part, logOf(part), isRestart);
    running.add(child);
    const timeout = AbortSignal.timeout(READY_WITHIN_MILLIS);
    const died = new AbortController();
    let isUp = false;
    const where = `see ${relative(root, logOf(part))}`;
    child.once('error', (error) =>
      died.abort(new Error(`The ${part.name} cannot be started: ${error.message}`)),
    );
    child.once('exit', (code, signal) => {
      running.delete(child);
      endGroup(child, 'SIGKILL');
      died.abort(new Error(`The ${part.name} ended (${signal ?? code}); ${where}`));
      if (isUp && !stopping) revive(part, isRestart, `${signal ?? code}; ${where}`);
    });
    await until(part.isReady, AbortSignal.any([timeout, died.signal])).catch(() => {
      throw died.signal.aborted
        ? died.signal.reason
        : new Error(`The ${part.name} is not ready after three minutes; ${where}`);
    });
    isUp = true;
  }

  function revive(part: Part, wasRestart: boolean, why: string): void {
    if (wasRestart) {
      onFatal(new Error(`The ${part.name} died again (${why})`));
      return;
    }
    say(`✖ The ${part.name} died (${why}). Starting it again.`);
    start(part, true)
      .then(() => part.afterRestart?.())
      .then(() => say(`✔ The ${part.name} is back`), onFatal);
  }

  return {
    start: (part) => start(part),
    async stop() {
      stopping = true;
      await Promise.all([...running].map(end));
    },
  };
}

/** In a process group of its own: Ctrl-C must not reach it before us, and it ends together with its children. */
function spawnInGroup(part: Part, log: string, isRestart: boolean): ChildProcess {
  const output = openSync(log, isRestart ? 'a' : 'w');
  try {
    return spawn(part.command, part.parameters, {
      cwd: root,
      env: part.environment,
      detached: true,
      stdio: ['pipe', output, output],
    });
  } finally {
    closeSync(output);
  }
}

/** The end of its input asks a part to end; one that does not is killed. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const killer = setTimeout(() => endGroup(child, 'SIGKILL'), END_WITHIN_MILLIS);
  child.stdin?.end();
  await ended;
  clearTimeout(killer);
}

function endGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The whole group has ended already.
  }
}
