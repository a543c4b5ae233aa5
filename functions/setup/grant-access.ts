import type { Client } from '@opensearch-project/opensearch';
import { describeError } from '../edge/describe-error.ts';
import type { Telemetry } from '../edge/telemetry.ts';
import { accessRights, type Workers } from './access-rights.ts';

const api = '/_plugins/_security/api';

/**
 * Gives each function and the admins their rights within the domain, where it has fine-grained access control. A domain
 * that existed before may have a master of its own; then its admin has to do it, and is told so in the log.
 *
 * @throws Error while a domain of ours does not know its master yet: nobody else would give the rights later
 */
export async function grantAccess(
  search: Pick<Client, 'transport'>,
  workers: Workers,
  isOwnDomain: boolean,
  telemetry: Pick<Telemetry, 'info' | 'warn'>,
): Promise<void> {
  const status = await statusOf(search);
  if ([400, 404, 405].includes(status)) {
    return telemetry.info('the search service has no fine-grained access control');
  }
  if (status !== 200) {
    if (isOwnDomain)
      throw new Error(`The search domain does not let its master give rights (status ${status}).`);
    return telemetry.warn(
      'may not say who does what in the search domain: see "An existing domain" in docs/deploy.md',
      {
        status,
      },
    );
  }
  for (const { name, definition, backendRoles } of accessRights(workers)) {
    await put(search, `${api}/roles/${name}`, definition);
    await put(search, `${api}/rolesmapping/${name}`, { backend_roles: backendRoles });
  }
}

/** Of asking who has which rights. Throws what is no answer about rights: the service may be starting. */
async function statusOf(search: Pick<Client, 'transport'>): Promise<number> {
  try {
    const { statusCode } = await search.transport.request({ method: 'GET', path: `${api}/rolesmapping` });
    return statusCode ?? 200;
  } catch (error) {
    const { statusCode = 0 } = describeError(error);
    if ([400, 401, 403, 404, 405].includes(statusCode)) return statusCode;
    throw error;
  }
}

async function put(search: Pick<Client, 'transport'>, path: string, body: object): Promise<void> {
  await search.transport.request({ method: 'PUT', path, body });
}
