import { useQuery } from '@tanstack/react-query';
import { type ContactAnswer, contactAnswer } from '../../../model/query/contacts.ts';
import { useApiUrl } from './api-url.ts';
import { askApi } from './ask-api.ts';
import { refreshMillis } from './use-view-query.ts';

/** A contact that ended this long ago has its parts, but for what lay in a computer that was offline. */
const settledMillis = 30 * 60_000;

/** One contact; asked again while parts of it, or its verdict, may still come. */
export function useContact(contactId: string) {
  const apiUrl = useApiUrl();
  return useQuery<ContactAnswer>({
    queryKey: ['contact', contactId],
    queryFn: ({ signal }) => {
      const path = `contacts/${encodeURIComponent(contactId)}`;
      return askApi({ apiUrl, path, query: new URLSearchParams(), schema: contactAnswer, signal });
    },
    refetchInterval: (query) => (isSettled(query.state.data) ? false : refreshMillis),
  });
}

function isSettled(answer: ContactAnswer | undefined): boolean {
  if (!answer) return false;
  const { disconnectedAt, initiatedAt } = answer.contact;
  return Date.now() - Date.parse(disconnectedAt ?? initiatedAt) > settledMillis;
}
