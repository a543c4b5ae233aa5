import { fetchRtcLibrary, type PublishedLibrary } from '../../deploy/rtc-library.ts';
import { applyCors } from './apply-cors.ts';
import { createFlowLogGroup } from './create-flow-log-group.ts';
import { createHistoryBucket } from './create-history-bucket.ts';
import { type Credentials, createManager } from './create-manager.ts';
import { type Deployment, readDeployment } from './deployment.ts';
import { lookForAlerts } from './look-for-alerts.ts';
import { type LocalService, serverless } from './serverless.ts';
import { siteHeaders } from './site-headers.ts';

export interface LocalDeployment extends Deployment {
  readonly agentHeaders: Readonly<Record<string, string>>;
  readonly managerHeaders: Readonly<Record<string, string>>;
  /** With which the agents' page hosts the sound of calls. */
  readonly library: PublishedLibrary | undefined;
}

/** Who is admin of the local stack, with the manager's password. */
export const LOCAL_ADMIN = 'admin@example.com';

/** Deploys what is packaged into the emulator, and does there what Amazon Connect and an admin would have done. */
export async function deployLocally(service: LocalService, manager: Credentials): Promise<LocalDeployment> {
  const { ports, packaged } = service;
  await Promise.all([createFlowLogGroup(ports), createHistoryBucket(ports)]);
  await serverless('deploy', service);
  const deployment = await readDeployment(ports);
  const library = deployment.RtcLibrary && (await fetchRtcLibrary(deployment.RtcLibrary));
  const [agentHeaders, managerHeaders] = await Promise.all([
    siteHeaders(ports, deployment.AgentSiteHeaders),
    siteHeaders(ports, deployment.ManagerSiteHeaders),
    lookForAlerts(ports),
    applyCors(ports, deployment.HttpApiId, packaged),
    createManager(ports, deployment.UserPoolId, manager, 'managers'),
    createManager(ports, deployment.UserPoolId, { ...manager, username: LOCAL_ADMIN }, 'admins'),
  ]);
  return { ...deployment, agentHeaders, managerHeaders, library };
}
