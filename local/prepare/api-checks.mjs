import { join } from 'node:path';
import { made, root } from './paths.mjs';
import { pythonEnvironment } from './python-environment.mjs';

/** What tries the API's description against the running stack (test/e2e/contract.stack.test.ts): schemathesis. */
export const apiChecks = pythonEnvironment({
  name: 'checks of the API',
  log: 'api-checks',
  requirements: join(root, 'test', 'contract', 'requirements.txt'),
  folder: join(made, 'api-checks'),
});
