import { KnownError } from '../errors.ts';

export type ErrorFacts = {
  readonly name: string;
  /** Only of our own errors. Those of parsers and of the search service quote what they were given. */
  readonly message?: string;
  readonly code?: string;
  readonly statusCode?: number;
  readonly frames?: readonly string[];
  readonly cause?: ErrorFacts;
};

/** What may be logged of an error: what and where, but nothing of the data it happened with. */
export function describeError(error: unknown): ErrorFacts {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code, statusCode, cause, stack } = error as Error & { code?: unknown; statusCode?: unknown };
  const frames = (stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    name: error.name,
    ...(error instanceof KnownError ? { message: error.message } : {}),
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof statusCode === 'number' ? { statusCode } : {}),
    ...(frames.length > 0 ? { frames: frames.slice(0, 8).map((frame) => frame.trim()) } : {}),
    ...(cause === undefined ? {} : { cause: describeError(cause) }),
  };
}
