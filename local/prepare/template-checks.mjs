import { join } from 'node:path';
import { made, root } from './paths.mjs';
import { pythonEnvironment } from './python-environment.mjs';

/** What judges the deployment's template (test/deployment/check.ts): cfn-lint and checkov. */
export const templateChecks = pythonEnvironment({
  name: 'checks of the deployment',
  log: 'template-checks',
  requirements: join(root, 'test', 'deployment', 'requirements.txt'),
  folder: join(made, 'template-checks'),
});
