import { KnownError } from '../errors.ts';
import { describeError } from './describe-error.ts';
import type { Telemetry } from './telemetry.ts';

/**
 * Makes a Lambda handler of a function that is invoked directly or on a schedule. Lambda logs what a handler throws with
 * all its properties, and a client's error has the request among them: whom it was about. So it fails with what may be
 * logged and nothing more.
 */
export function directHandler<Given extends readonly unknown[], Answer>(
  telemetry: Pick<Telemetry, 'error'>,
  work: (...given: Given) => Promise<Answer>,
): (...given: Given) => Promise<Answer> {
  return async (...given) => {
    try {
      return await work(...given);
    } catch (error) {
      telemetry.error('the function failed', { error: describeError(error) });
      throw new Error(whatFailed(error));
    }
  };
}

function whatFailed(error: unknown): string {
  if (error instanceof KnownError) return error.message;
  const { name, statusCode } = describeError(error);
  return `${name}${statusCode === undefined ? '' : ` (status ${statusCode})`}: see the function’s log.`;
}
