import {
  ConnectClient,
  type ConnectClientConfig,
  paginateListApprovedOrigins,
  paginateListInstances,
} from '@aws-sdk/client-connect';

/**
 * The id of the instance whose softphone is at this address: its alias is the host's first label.
 *
 * @returns undefined if there is none in the region, or the deployer may not list them
 */
export async function findInstance(config: ConnectClientConfig, ccpUrl: string): Promise<string | undefined> {
  const alias = new URL(ccpUrl).hostname.split('.')[0];
  const client = new ConnectClient(config);
  try {
    for await (const { InstanceSummaryList = [] } of paginateListInstances({ client }, {})) {
      const found = InstanceSummaryList.find(({ InstanceAlias }) => InstanceAlias?.toLowerCase() === alias);
      if (found?.Id) return found.Id;
    }
    return undefined;
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  }
}

/**
 * The origins that may embed the instance's softphone.
 *
 * @returns undefined if the deployer may not ask
 * @throws Error if the region has no such instance
 */
export async function approvedOrigins(
  config: ConnectClientConfig,
  instanceId: string,
): Promise<readonly string[] | undefined> {
  const client = new ConnectClient(config);
  const found: string[] = [];
  try {
    for await (const { Origins = [] } of paginateListApprovedOrigins(
      { client },
      { InstanceId: instanceId },
    )) {
      found.push(...Origins);
    }
    return found;
  } catch (error) {
    if (isRefusal(error)) return undefined;
    if (error instanceof Error && error.name === 'ResourceNotFoundException') {
      throw new Error(`Amazon Connect has no instance ${instanceId} in this region and account.`, {
        cause: error,
      });
    }
    throw error;
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof Error && error.name === 'AccessDeniedException';
}
