import { explainVersion, messageVersion } from '../../model/messages/version.ts';
import { KnownError } from '../errors.ts';

/**
 * Refuses a message of a version that is newer than these functions, before anything else is asked of it: after a
 * rollback its page is still open, and keeps what is refused so.
 *
 * @throws KnownError `newerPage`
 */
export function refuseNewer(body: unknown): void {
  const version = typeof body === 'object' && body !== null && 'version' in body ? body.version : undefined;
  if (typeof version !== 'number' || !Number.isInteger(version) || version <= messageVersion) return;
  throw new KnownError('newerPage', 'Deploy the functions that belong to the page; it keeps the message.', {
    faults: [{ path: '$.version', message: explainVersion(version) }],
  });
}
