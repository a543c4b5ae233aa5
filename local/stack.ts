import type { Credentials } from './aws/create-manager.ts';
import type { Deployment } from './aws/deployment.ts';
import { ccpUrl } from './aws/serverless.ts';
import type { Ports } from './ports.ts';

/** Where everything is, as in `.local/stack.json`. */
export interface Stack {
  readonly softphoneUrl: string;
  readonly dashboardsUrl: string;
  /** An example of a page that has a CCP of its own, and the library. */
  readonly ownPageUrl: string;
  readonly ccpUrl: string;
  readonly simulatorUrl: string;
  /** Without a slash at the end. */
  readonly apiUrl: string;
  readonly opensearchUrl: string;
  readonly manager: Credentials;
}

export function stackOf(
  ports: Ports,
  { ApiUrl }: Deployment,
  opensearchUrl: string,
  manager: Credentials,
): Stack {
  return {
    softphoneUrl: `http://localhost:${ports.softphone}/`,
    dashboardsUrl: `http://localhost:${ports.dashboards}/`,
    ownPageUrl: `http://localhost:${ports.ownPage}/`,
    ccpUrl: ccpUrl(ports),
    simulatorUrl: `http://localhost:${ports.connect}/sim`,
    apiUrl: ApiUrl,
    opensearchUrl,
    manager,
  };
}
