import { createContext, useContext } from 'react';

const ApiUrl = createContext<string | undefined>(undefined);

export const ApiUrlProvider = ApiUrl.Provider;

/** The query API of this deployment. Throws outside an ApiUrlProvider. */
export function useApiUrl(): string {
  const url = useContext(ApiUrl);
  if (!url) throw new Error('useApiUrl needs an ApiUrlProvider');
  return url;
}
