import { useMutation } from '@tanstack/react-query';
import { supportBundle } from '../../../model/query/support-bundle.ts';
import { saveFile } from '../download/save-file.ts';
import { useApiUrl } from '../queries/api-url.ts';
import { askApi } from '../queries/ask-api.ts';
import { bundleFiles } from './bundle-files.ts';

type Of = { readonly contactId: string; readonly agent?: string | undefined };

/** Fetches a call's support bundle when it is told to, and lets the browser save it as one file. */
export function useSupportBundle({ contactId, agent }: Of) {
  const apiUrl = useApiUrl();
  return useMutation<void>({
    mutationFn: async () => {
      const path = `contacts/${encodeURIComponent(contactId)}/support-bundle`;
      const query = new URLSearchParams(agent ? { agent } : {});
      const { signal } = new AbortController();
      // Loaded for the few who need it.
      const zipping = import('./zip-files.ts');
      const bundle = await askApi({ apiUrl, path, query, schema: supportBundle, signal });
      const now = new Date();
      const { zipFiles } = await zipping;
      saveFile(`support-bundle-${contactId}.zip`, zipFiles(bundleFiles(bundle, now), now));
    },
  });
}
