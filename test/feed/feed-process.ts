import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { root } from '../e2e/harness/folders.ts';

const script = join(import.meta.dirname, 'run-again-and-again.ts');

/**
 * A deployed function in a process of its own, which can be killed at any instruction.
 *
 * @param pauseMillis between its runs
 */
export function startFunction(name: string, environment: Readonly<Record<string, string>>, pauseMillis = 0) {
  const bundle = join(root, '.build', 'functions', `${name}.mjs`);
  const child = spawn(process.execPath, [script, bundle, String(pauseMillis)], {
    env: { PATH: process.env.PATH ?? '', ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return {
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}
