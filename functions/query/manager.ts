import { KnownError } from '../errors.ts';

const mayAsk = ['managers', 'admins'];

/**
 * Lets managers and admins through. The groups come from the token that the gateway checked; it writes a list as
 * `[managers admins]`, Cognito's own JSON as an array.
 *
 * @throws KnownError `forbidden`
 */
export function requireManager(claims: Readonly<Record<string, unknown>>): void {
  if (!groupsOf(claims['cognito:groups']).some((group) => mayAsk.includes(group))) {
    throw new KnownError(
      'forbidden',
      'Ask an admin to put you into the group "managers", then sign in again.',
    );
  }
}

function groupsOf(claim: unknown): string[] {
  if (Array.isArray(claim)) return claim.filter((group) => typeof group === 'string');
  return typeof claim === 'string' ? claim.replace(/^\[|\]$/g, '').split(/[\s,"]+/) : [];
}
