import { KnownError } from '../errors.ts';
import type { HttpRequest } from './http.ts';

/**
 * Refuses a request from a page of another site. Browsers send the header with every POST to another origin; who is no
 * browser can send any, so this keeps out other sites' scripts and nobody else.
 *
 * @throws KnownError `forbiddenOrigin`
 */
export function checkOrigin(request: HttpRequest, allowed: readonly string[]): void {
  const { origin } = request.headers;
  if (origin !== undefined && allowed.includes(origin)) return;
  throw new KnownError('forbiddenOrigin', 'Deploy with this origin among the allowed ones.');
}
