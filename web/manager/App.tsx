import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { ManagerSiteSettings } from '../../model/settings/manager-site.ts';
import { ApiUrlProvider } from './queries/api-url.ts';
import { makeQueryClient } from './queries/make-query-client.ts';
import { SignIn } from './sign-in/SignIn.tsx';
import { ModeProvider } from './theme/mode.ts';
import { useTheme } from './theme/use-theme.ts';

/** Loaded once somebody has signed in. */
const Pages = lazy(() => import('./Pages.tsx').then(({ Pages }) => ({ default: Pages })));

/** The whole site, for one deployment. */
export function App({ settings }: { readonly settings: ManagerSiteSettings }) {
  const { mode, choice, choose } = useTheme();
  return (
    <ModeProvider value={mode}>
      <SignIn>
        <Answers>
          <ApiUrlProvider value={settings.apiUrl}>
            <Suspense fallback={<p className="quiet">Loading…</p>}>
              <Pages choice={choice} onChoose={choose} />
            </Suspense>
          </ApiUrlProvider>
        </Answers>
      </SignIn>
    </ModeProvider>
  );
}

/** Keeps what was answered for as long as one person is signed in: the next one may see less. */
function Answers({ children }: { readonly children: ReactNode }) {
  const [queryClient] = useState(makeQueryClient);
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}
