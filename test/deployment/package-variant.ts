import { execFileSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import type { Parameters } from './variants.ts';

const root = join(import.meta.dirname, '..', '..');
const PACKAGE_MILLIS = 120_000;

/** All variants have the same functions. */
let built = false;

/**
 * Makes of serverless.yml what would be deployed; no AWS account is needed for that.
 *
 * @param folder where it is put
 * @returns the file with the CloudFormation template
 */
export function packageVariant(stage: string, parameters: Parameters, folder: string): string {
  const bin = join(root, 'node_modules', '.bin');
  const given = Object.entries(parameters).map(([name, value]) => `--param=${name}=${value}`);
  execFileSync(join(bin, 'serverless'), ['package', '--stage', stage, '--package', folder, ...given], {
    cwd: root,
    env: {
      ...process.env,
      ...(built ? { FUNCTIONS_BUILT: 'yes' } : {}),
      PATH: [bin, process.env.PATH].join(delimiter),
    },
    timeout: PACKAGE_MILLIS,
    stdio: 'pipe',
  });
  built = true;
  return join(folder, 'cloudformation-template-update-stack.json');
}
