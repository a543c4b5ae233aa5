import { giveRolesOfGroups, userPoolClients } from '../clients/cognito.ts';
import type { Config } from '../config.ts';
import type { Telemetry } from '../edge/telemetry.ts';

/** OpenSearch Service names so the client that it makes for a domain. */
const clientName = 'AmazonOpenSearchService-';

/**
 * Lets admins, and nobody else, from the sign-in page into OpenSearch Dashboards: who signs in gets their group's role,
 * and only `admins` has one. It cannot stand in the template, because OpenSearch Service makes the client of the sign-in
 * while it makes the domain.
 */
export async function admitAdmins(
  aws: Config['aws'],
  pools: { readonly userPoolId: string; readonly identityPoolId: string },
  telemetry: Pick<Telemetry, 'info'>,
): Promise<void> {
  const clients = await userPoolClients(aws, pools.userPoolId, clientName);
  if (clients.length === 0) {
    return telemetry.info('OpenSearch Dashboards has no client in the user pool: nobody can sign in there');
  }
  await giveRolesOfGroups(aws, pools.identityPoolId, pools.userPoolId, clients);
}
