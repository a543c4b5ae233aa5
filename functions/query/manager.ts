import { KnownError } from '../errors.ts';

const mayAsk = ['managers', 'admins'];

/**
 * Lets managers and admins through. The groups come from the token that the gateway checked, and from nowhere else.
 *
 * @throws KnownError `forbidden`
 */
export function requireManager(claims: Readonly<Record<string, unknown>>): void {
  if (!groupsOf(claims).some((group) => mayAsk.includes(group))) {
    throw new KnownError(
      'forbidden',
      'Ask an admin to put you into the group "managers", then sign in again.',
    );
  }
}

/**
 * Lets admins through, and nobody else.
 *
 * @throws KnownError `forbidden`
 */
export function requireAdmin(claims: Readonly<Record<string, unknown>>): void {
  if (!groupsOf(claims).includes('admins')) {
    throw new KnownError('forbidden', 'This is for admins: ask one to put you into the group "admins".');
  }
}

/**
 * Somebody's groups in the user pool, of an access token: Cognito alone writes those. The gateway writes a list as `[managers admins]`, Cognito's own JSON as
 * an array.
 */
export function groupsOf(claims: Readonly<Record<string, unknown>>): readonly string[] {
  if (claims.token_use !== 'access') return [];
  const claim = claims['cognito:groups'];
  if (Array.isArray(claim)) return claim.filter((group) => typeof group === 'string');
  return typeof claim === 'string' ? claim.replace(/^\[|\]$/g, '').split(/\s+/) : [];
}
