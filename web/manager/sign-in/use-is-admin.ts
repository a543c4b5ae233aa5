import { useQuery } from '@tanstack/react-query';
import { fetchAuthSession } from 'aws-amplify/auth';

/**
 * Whether whoever is signed in is an admin, by their token: what the navigation shows hangs on it, what they may see on
 * the API. False until it is known.
 */
export function useIsAdmin(): boolean {
  const { data } = useQuery({
    queryKey: ['groups'],
    queryFn: async () => {
      const { tokens } = await fetchAuthSession();
      const groups = tokens?.accessToken.payload['cognito:groups'];
      return Array.isArray(groups) ? groups : [];
    },
    staleTime: 5 * 60_000,
  });
  return data?.includes('admins') ?? false;
}
