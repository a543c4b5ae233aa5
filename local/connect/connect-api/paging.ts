import { z } from 'zod';
import { ConnectApiError } from './error.ts';

/** AWS's own default and highest page size for these lists. */
const HIGHEST_MAX_RESULTS = 1_000;

const pageRequest = (highest: number) =>
  z.object({
    maxResults: z.coerce.number().int().min(1).max(highest).default(highest),
    nextToken: z.string().optional(),
  });

/** One page of a list and the token of the next, absent at the end. Throws InvalidParameterException for a token that is not ours. */
export function pageOf<T>(
  all: readonly T[],
  request: unknown,
  highest = HIGHEST_MAX_RESULTS,
): { items: T[]; NextToken?: string } {
  const { maxResults, nextToken } = pageRequest(highest).parse(request);
  const start = nextToken === undefined ? 0 : startOf(nextToken);
  const end = start + maxResults;
  const items = all.slice(start, end);
  return end < all.length ? { items, NextToken: tokenOf(end) } : { items };
}

function tokenOf(start: number): string {
  return Buffer.from(`after:${start}`).toString('base64');
}

function startOf(token: string): number {
  const [, start] = /^after:(\d+)$/.exec(Buffer.from(token, 'base64').toString()) ?? [];
  if (start === undefined)
    throw new ConnectApiError(400, 'InvalidParameterException', 'The NextToken is not valid');
  return Number(start);
}
