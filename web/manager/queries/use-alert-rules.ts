import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type RuleBookChange, ruleBook } from '../../../model/query/alerts.ts';
import { useApiUrl } from './api-url.ts';
import { askApi } from './ask-api.ts';

const queryKey = ['alert-rules'];
const path = 'alert-rules';

/** The rules of alerts, as far as whoever is signed in may see them. */
export function useAlertRules() {
  const apiUrl = useApiUrl();
  return useQuery({
    queryKey,
    queryFn: ({ signal }) => askApi({ apiUrl, path, query: new URLSearchParams(), schema: ruleBook, signal }),
    staleTime: 60_000,
  });
}

/** Replaces the rules. When that is refused the newest are asked for, which may be somebody else's. */
export function useSaveAlertRules() {
  const apiUrl = useApiUrl();
  const queryClient = useQueryClient();
  return useMutation({
    // What was asked for before would come as if somebody had changed the rules back.
    onMutate: () => queryClient.cancelQueries({ queryKey }),
    mutationFn: (change: RuleBookChange) =>
      askApi({
        apiUrl,
        path,
        query: new URLSearchParams(),
        body: change,
        schema: ruleBook,
        signal: new AbortController().signal,
      }),
    onSuccess: (saved) => queryClient.setQueryData(queryKey, saved),
    onError: () => queryClient.invalidateQueries({ queryKey }),
  });
}
