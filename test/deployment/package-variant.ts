import { execFile } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import type { Parameters } from './variants.ts';

const root = join(import.meta.dirname, '..', '..');
const bin = join(root, 'node_modules', '.bin');
/** Only for what hangs. */
const PACKAGE_MILLIS = 300_000;
const run = promisify(execFile);

/** All variants have the same functions, and osls one place for what it packages: each waits for the one before. */
let before: Promise<unknown> | undefined;

/**
 * Makes of serverless.yml what would be deployed; no AWS account is needed for that.
 *
 * @param folder where it is put
 * @returns the file with the CloudFormation template
 */
export async function packageVariant(stage: string, parameters: Parameters, folder: string): Promise<string> {
  const env = { ...process.env, FUNCTIONS_BUILT: 'yes', PATH: [bin, process.env.PATH].join(delimiter) };
  const options = { cwd: root, env, timeout: PACKAGE_MILLIS, maxBuffer: 64 * 1024 * 1024 };
  const given = Object.entries(parameters).map(([name, value]) => `--param=${name}=${value}`);
  before ??= run(process.execPath, ['functions/build.ts'], options);
  before = before.then(() =>
    run(join(bin, 'serverless'), ['package', '--stage', stage, '--package', folder, ...given], options),
  );
  await before;
  return join(folder, 'cloudformation-template-update-stack.json');
}
