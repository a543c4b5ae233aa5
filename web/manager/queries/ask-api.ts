import type { z } from 'zod';
import { partialDataHeader } from '../../../model/query/partial-data.ts';
import { accessToken, endSession } from '../sign-in/access-token.ts';
import { noteAnswer } from './partial-answers.ts';

/** What the API, or the way to it, answered instead of data; the message is for people. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number | undefined;

  constructor(message: string, status?: number, cause?: unknown) {
    super(message, { cause });
    this.status = status;
  }
}

export type Question<Schema extends z.ZodType> = {
  readonly apiUrl: string;
  /** Below `/query/`. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Replaces what is there, instead of asking for it. */
  readonly body?: object;
  readonly schema: Schema;
  readonly signal: AbortSignal;
};

/** Asks the query API with the signed-in person's token. Throws ApiError. */
export async function askApi<Schema extends z.ZodType>(question: Question<Schema>): Promise<z.infer<Schema>> {
  const token = await accessToken();
  if (!token) throw new ApiError('Your session has ended. Sign in again.', 401);
  const response = await send(question, token);
  if (response.status === 401) {
    await endSession();
    throw new ApiError('Your session has ended. Sign in again.', 401);
  }
  if (!response.ok) throw new ApiError(await explain(response), response.status);
  noteAnswer(question.path, response.headers.has(partialDataHeader));
  const parsed = question.schema.safeParse(await response.json());
  if (parsed.success) return parsed.data;
  throw new ApiError(
    'This page and the API do not understand each other: reload the page.',
    undefined,
    parsed.error,
  );
}

async function send(
  { apiUrl, path, query, body, signal }: Question<z.ZodType>,
  token: string,
): Promise<Response> {
  const change = body ? { method: 'PUT', body: JSON.stringify(body) } : {};
  try {
    return await fetch(`${apiUrl}/query/${path}?${query}`, {
      ...change,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      signal,
    });
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw new ApiError(
      'The API does not answer. Check your connection; this page tries again by itself.',
      undefined,
      cause,
    );
  }
}

/** Problem details (RFC 9457) say what to do; a gateway's own answers do not. */
async function explain(response: Response): Promise<string> {
  const problem: unknown = await response.json().catch(() => undefined);
  const detail = typeof problem === 'object' && problem && 'detail' in problem ? problem.detail : undefined;
  if (typeof detail === 'string') return detail;
  return `The API answered ${response.status}. This page tries again by itself.`;
}
