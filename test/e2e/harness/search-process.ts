import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { searchNode } from '../../../local/parts/search-node.ts';
import { root } from './folders.ts';
import { waitFor } from './wait-for.ts';

/** A search node of a test's own, which the test may end in any way. */
export type SearchProcess = {
  readonly url: string;
  /** Resolves when it answers; what it had stored is there again. */
  readonly start: () => Promise<void>;
  /** As an operator ends it. */
  readonly stop: () => Promise<void>;
  /** As a power cut ends it. */
  readonly kill: () => Promise<void>;
  /** It takes requests and answers none, until it is thawed. */
  readonly freeze: () => void;
  readonly thaw: () => void;
};

/** @param folder for its data and its log */
export function searchProcess(port: string, folder: string): SearchProcess {
  const part = searchNode(Number(port), join(folder, 'data'));
  let child: ChildProcess | undefined;
  const end = async (how: (running: ChildProcess) => unknown) => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    how(child);
    await ended;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    start: async () => {
      const log = openSync(join(folder, 'search-node.log'), 'a');
      const { command, parameters, environment } = part;
      child = spawn(command, parameters, { cwd: root, env: environment, stdio: ['pipe', log, log] });
      closeSync(log);
      await waitFor('the search node', part.isReady, (isReady) => isReady, { within: 120_000 });
    },
    stop: () => end((running) => running.stdin?.end()),
    kill: () => end((running) => running.kill('SIGKILL')),
    freeze: () => void child?.kill('SIGSTOP'),
    thaw: () => void child?.kill('SIGCONT'),
  };
}
