import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';

/**
 * A Python environment with exactly the packages of a requirements file; it is made anew when the file changes.
 * @param {{name: string, log: string, requirements: string, folder: string}} environment
 * @returns {import('./step.mjs').Step}
 */
export function pythonEnvironment({ name, log, requirements, folder }) {
  const python = join(folder, 'bin', 'python');
  const stamp = join(folder, 'requirements.txt');
  const needed = `Python 3.10 or newer with its venv module is needed for the ${name} (Debian and Ubuntu: apt install python3-venv).`;
  return {
    name,
    doing: 'installing with pip',
    isDone: () =>
      existsSync(python) &&
      existsSync(stamp) &&
      readFileSync(stamp, 'utf8') === readFileSync(requirements, 'utf8'),
    async run() {
      rmSync(folder, { recursive: true, force: true });
      await run(
        log,
        'python3',
        ['-c', 'import sys, venv; sys.exit(sys.version_info < (3, 10))'],
        needed,
      ).catch(() => {
        throw new Error(needed);
      });
      await run(log, 'python3', ['-m', 'venv', folder], needed);
      await run(log, python, ['-m', 'pip', 'install', '--quiet', '--requirement', requirements], needed);
      copyFileSync(requirements, stamp);
    },
  };
}
