import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deployLocally, type LocalDeployment } from './aws/deploy-locally.ts';
import { serverless } from './aws/serverless.ts';
import { simulatedLibrary } from './aws/simulated-library.ts';
import { emulator } from './parts/emulator.ts';
import { step } from './progress.ts';
import { stackOf } from './stack.ts';
import type { StackContext } from './stack-context.ts';

/** Where stack.json is. */
export function stackFile(folder: string): string {
  return join(folder, 'stack.json');
}

/**
 * Starts the AWS emulator, deploys into it and writes stack.json. An emulator that had to be started again knows
 * nothing, so it is deployed into again.
 * @returns the deployment of the moment
 */
export async function startAws(context: StackContext): Promise<() => LocalDeployment> {
  const { ports, searchUrl, manager, folder, logs, say, supervisor, signal } = context;
  const parameters = { ...(await simulatedLibrary(folder)), ...context.parameters };
  const service = { ports, parameters, packaged: join(folder, 'packaged'), logs, signal };
  const deployOnce = async () => {
    const its = await deployLocally(service, manager);
    const stack = stackOf(ports, its, searchUrl, manager);
    await writeFile(stackFile(folder), `${JSON.stringify(stack, null, 2)}\n`, { mode: 0o600 });
    return its;
  };
  const afterRestart = async () => {
    deployment = await deployOnce();
    say(`· The API is now at ${deployment.ApiUrl}`);
  };
  const part = { ...emulator(ports, join(folder, 'aws'), searchUrl), afterRestart };
  await Promise.all([
    step('AWS emulator', say, () => supervisor.start(part)),
    step('functions bundled and packaged', say, () => serverless('package', service)),
  ]);
  let deployment = await step('deployment', say, deployOnce);
  return () => deployment;
}
