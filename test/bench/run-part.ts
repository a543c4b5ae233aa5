import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Measurement, Skipped } from './measurement.ts';

export type FromPart = { readonly progress: string } | { readonly result: readonly Measurement[] | Skipped };

/**
 * Runs one part in a process of its own; what it prints (the functions' own logs) goes nowhere, as in Lambda it costs
 * time but nobody's terminal.
 */
export function runPart(
  name: string,
  tell: (progress: string) => void,
): Promise<readonly Measurement[] | Skipped> {
  return new Promise((resolve) => {
    const child = fork(join(import.meta.dirname, 'part-process.ts'), [name], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    let result: readonly Measurement[] | Skipped = { skipped: 'its process ended without a result' };
    child.on('message', (message: FromPart) => {
      if ('progress' in message) tell(message.progress);
      else result = message.result;
    });
    child.on('exit', () => resolve(result));
  });
}
