import { join } from 'node:path';
import { made, root } from './paths.mjs';
import { pythonEnvironment } from './python-environment.mjs';

/** The AWS emulator, in a Python environment of its own. */
export const emulator = pythonEnvironment({
  name: 'AWS emulator',
  log: 'emulator',
  requirements: join(root, 'local', 'aws', 'requirements.txt'),
  folder: join(made, 'python'),
});
