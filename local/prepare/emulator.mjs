import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { made, root } from './paths.mjs';
import { run } from './run.mjs';

const requirements = join(root, 'local', 'aws', 'requirements.txt');
const environment = join(made, 'python');
const python = join(environment, 'bin', 'python');
const stamp = join(environment, 'requirements.txt');
const NEEDED =
  'Python 3.10 or newer with its venv module is needed for the AWS emulator (Debian and Ubuntu: apt install python3-venv).';

/** The AWS emulator, in a Python environment of its own. @type {import('./step.mjs').Step} */
export const emulator = {
  name: 'AWS emulator',
  doing: 'installing with pip',
  isDone: () =>
    existsSync(python) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === readFileSync(requirements, 'utf8'),
  async run() {
    rmSync(environment, { recursive: true, force: true });
    await run(
      'emulator',
      'python3',
      ['-c', 'import sys, venv; sys.exit(sys.version_info < (3, 10))'],
      NEEDED,
    ).catch(() => {
      throw new Error(NEEDED);
    });
    await run('emulator', 'python3', ['-m', 'venv', environment], NEEDED);
    await run('emulator', python, ['-m', 'pip', 'install', '--quiet', '--requirement', requirements], NEEDED);
    copyFileSync(requirements, stamp);
  },
};
