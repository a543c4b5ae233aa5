import { join } from 'node:path';
import { awsEnvironment, FLOW_LOG_GROUP } from '../aws/account.ts';
import type { Deployment } from '../aws/deployment.ts';
import { root } from '../paths.ts';
import type { Ports } from '../ports.ts';
import type { Part } from '../supervise.ts';
import { answers } from '../until.ts';

/** The simulated Amazon Connect; it puts contact records and agent events where the deployment reads them. */
export function simulatedConnect(ports: Ports, deployment: Deployment): Part {
  return {
    name: 'simulated Connect',
    command: process.execPath,
    parameters: ['--import', join(root, 'local', 'leash.ts'), join(root, 'local', 'connect', 'main.ts')],
    environment: {
      ...process.env,
      ...awsEnvironment(ports),
      CONNECT_PORT: String(ports.connect),
      INSTANCE_ID: String(deployment.AgentSiteSettings.instanceId),
      CONTACT_RECORDS_STREAM: deployment.ContactRecordsStream,
      AGENT_EVENTS_STREAM: deployment.AgentEventsStream,
      FLOW_LOG_GROUP,
      USERS_FUNCTION: deployment.UsersFunction,
    },
    isReady: () => answers(`http://127.0.0.1:${ports.connect}/health`),
  };
}
