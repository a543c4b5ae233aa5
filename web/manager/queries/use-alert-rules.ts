import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type RuleBook, ruleBook } from '../../../model/query/alerts.ts';
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
    mutationFn: ({ version, rules }: Pick<RuleBook, 'version' | 'rules'>) =>
      askApi({
        apiUrl,
        path,
        query: new URLSearchParams(),
        body: { version, rules },
        schema: ruleBook,
        signal: new AbortController().signal,
      }),
    onSuccess: (saved) => queryClient.setQueryData(queryKey, saved),
    onError: () => queryClient.invalidateQueries({ queryKey }),
  });
}
