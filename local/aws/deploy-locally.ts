import type { Ports } from '../ports.ts';
import { applyCors } from './apply-cors.ts';
import { createFlowLogGroup } from './create-flow-log-group.ts';
import { type Credentials, createManager } from './create-manager.ts';
import { deploy } from './deploy.ts';
import { type Deployment, readDeployment } from './deployment.ts';
import { siteHeaders } from './site-headers.ts';

export interface LocalDeployment extends Deployment {
  readonly agentHeaders: Readonly<Record<string, string>>;
  readonly managerHeaders: Readonly<Record<string, string>>;
}

/**
 * Deploys into the emulator, and does there what Amazon Connect and an admin would have done.
 * @param log file for the output of the deployment
 */
export async function deployLocally(
  ports: Ports,
  manager: Credentials,
  log: string,
  signal: AbortSignal,
): Promise<LocalDeployment> {
  await createFlowLogGroup(ports);
  await deploy(ports, log, signal);
  const deployment = await readDeployment(ports);
  const [agentHeaders, managerHeaders] = await Promise.all([
    siteHeaders(ports, deployment.agentSite.headersPolicy),
    siteHeaders(ports, deployment.managerSite.headersPolicy),
    applyCors(ports, deployment.apiId),
    createManager(ports, deployment.userPoolId, manager),
  ]);
  return { ...deployment, agentHeaders, managerHeaders };
}
