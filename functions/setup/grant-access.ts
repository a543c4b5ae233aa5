import type { Client } from '@opensearch-project/opensearch';
import * as z from 'zod';
import { describeError } from '../edge/describe-error.ts';
import type { Telemetry } from '../edge/telemetry.ts';
import { accessRights, type Workers } from './access-rights.ts';

const api = '/_plugins/_security/api';
const unknownPath = z.object({
  body: z.object({ error: z.string().startsWith('no handler found for uri') }),
});

/**
 * Gives each function and the admins their rights within the domain, where it has fine-grained access control. A domain
 * that existed before may have a master of its own, or answer what nobody understands; then its admin has to do it, and is
 * told so in the log.
 *
 * @throws Error while a domain of ours does not know its master yet: nobody else would give the rights later; where there is
 *   a partner, and no access control
 */
export async function grantAccess(
  search: Pick<Client, 'transport'>,
  workers: Workers,
  isOwnDomain: boolean,
  telemetry: Pick<Telemetry, 'info' | 'warn'>,
): Promise<void> {
  const standing = await standingIn(search);
  if (standing === 'none') {
    refusePartners(workers);
    return telemetry.info('the search service has no fine-grained access control');
  }
  if (standing !== 'master') {
    const { status } = standing;
    if (isOwnDomain)
      throw new Error(`The search domain does not let its master give rights (status ${status}).`);
    return telemetry.warn(sayWhy(status), { status });
  }
  for (const { name, definition, backendRoles } of accessRights(workers)) {
    await put(search, `${api}/roles/${name}`, definition);
    await put(search, `${api}/rolesmapping/${name}`, { backend_roles: backendRoles });
  }
}

/**
 * IAM sees a request's path alone, in which `*` is any text, and so the names of other indices with commas between them; and
 * a search may look into one that its path does not name.
 */
function refusePartners({ Partners }: Workers): void {
  if (Partners.length === 0) return;
  throw new Error(
    'The search domain has no fine-grained access control, so a partner could read everything in it. Deploy without partnerIndices, or with a domain that has it.',
  );
}

/** `none`: the service has no fine-grained access control. A status: it does not let this function give rights. */
type Standing = 'master' | 'none' | { readonly status: number };

/** Throws what is no answer about rights: the service may be starting. */
async function standingIn(search: Pick<Client, 'transport'>): Promise<Standing> {
  try {
    await search.transport.request({ method: 'GET', path: `${api}/rolesmapping` });
    return 'master';
  } catch (error) {
    const { statusCode: status = 0 } = describeError(error);
    if (![400, 401, 403, 404, 405].includes(status)) throw error;
    return status === 400 && isUnknownPath(error) ? 'none' : { status };
  }
}

/**
 * Whether the service has no such address, which is what it answers when the security plugin is not there. The same
 * status with any other text may come from the plugin, or from something before the service.
 * Source: OpenSearch, `RestController.handleBadRequest`.
 */
function isUnknownPath(error: unknown): boolean {
  return unknownPath.safeParse(error).success;
}

function sayWhy(status: number): string {
  return status === 401 || status === 403
    ? 'may not say who does what in the search domain: see "An existing domain" in docs/deploy.md'
    : 'cannot tell whether the search domain has fine-grained access control, so nobody was given rights: see "An existing domain" in docs/deploy.md';
}

async function put(search: Pick<Client, 'transport'>, path: string, body: object): Promise<void> {
  await search.transport.request({ method: 'PUT', path, body });
}
