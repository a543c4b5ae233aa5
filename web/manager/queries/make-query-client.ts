import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './ask-api.ts';

const mostRetries = 2;

/** Refused questions are not asked again: the answer would be the same. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (failures, error) => failures < mostRetries && !isRefusal(error),
      },
    },
  });
}

function isRefusal(error: Error): boolean {
  return (
    error instanceof ApiError && error.status !== undefined && error.status < 500 && error.status !== 429
  );
}
