import { I18nProvider } from '@cloudscape-design/components/i18n';
import messages from '@cloudscape-design/components/i18n/messages/all.en';
import { lazy, Suspense } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { pages } from '../../dashboards/pages/pages.ts';
import type { Page } from '../../dashboards/panels/panel.ts';
import { InOwnWords } from './layout/InOwnWords.tsx';
import { PageBoundary } from './layout/PageBoundary.tsx';
import { PageHeader } from './layout/PageHeader.tsx';
import { PartialNote } from './layout/PartialNote.tsx';
import { useArrival } from './layout/use-arrival.ts';
import { ViewNote } from './layout/ViewNote.tsx';
import { OverviewPage } from './overview/OverviewPage.tsx';
import type { ModeChoice } from './theme/mode.ts';
import { useFirstView } from './views/use-first-view.ts';

type Props = { readonly choice: ModeChoice; readonly onChoose: (choice: ModeChoice) => void };

// The first page comes with the frame; each other one when somebody goes there.
const PanelPage = lazy(async () => ({ default: (await import('./panels/PanelPage.tsx')).PanelPage }));
const ServicePage = lazy(async () => ({ default: (await import('./service/ServicePage.tsx')).ServicePage }));
const AgentsSidePage = lazy(async () => ({
  default: (await import('./agents-side/AgentsSidePage.tsx')).AgentsSidePage,
}));
const NowPage = lazy(async () => ({ default: (await import('./now/NowPage.tsx')).NowPage }));
const AgentsPage = lazy(async () => ({ default: (await import('./agents/AgentsPage.tsx')).AgentsPage }));
const CallsPage = lazy(async () => ({ default: (await import('./calls/CallsPage.tsx')).CallsPage }));
const CallPage = lazy(async () => ({ default: (await import('./call/CallPage.tsx')).CallPage }));
const ContactsPage = lazy(async () => ({
  default: (await import('./contacts/ContactsPage.tsx')).ContactsPage,
}));
const ContactPage = lazy(async () => ({ default: (await import('./contact/ContactPage.tsx')).ContactPage }));
const AlertsPage = lazy(async () => ({ default: (await import('./alerts/AlertsPage.tsx')).AlertsPage }));
const HealthPage = lazy(async () => ({ default: (await import('./health/HealthPage.tsx')).HealthPage }));
const ReconciliationPage = lazy(async () => ({
  default: (await import('./reconcile/ReconciliationPage.tsx')).ReconciliationPage,
}));

/** A page of panels; some have something of their own before these. */
function PageOf({ page }: { readonly page: Page }) {
  if (page.id === 'service') return <ServicePage />;
  return page.id === 'agents-side' ? <AgentsSidePage /> : <PanelPage page={page} />;
}

/** The pages that there are. */
export function Pages({ choice, onChoose }: Props) {
  const [path] = useLocation();
  useArrival();
  useFirstView();
  return (
    <I18nProvider locale="en" messages={[messages]}>
      <a className="skip" href="#content">
        Skip to content
      </a>
      <InOwnWords>
        <PageHeader choice={choice} onChoose={onChoose} />
        <div className="beside-nav">
          <ViewNote />
          <PartialNote />
          <main id="content">
            <PageBoundary key={path}>
              <Suspense fallback={<p className="page quiet">Loading…</p>}>
                <Switch>
                  <Route path="/" component={OverviewPage} />
                  {Object.values(pages).map((page) => (
                    <Route key={page.id} path={`/${page.id}`}>
                      <PageOf page={page} />
                    </Route>
                  ))}
                  <Route path="/now" component={NowPage} />
                  <Route path="/agents" component={AgentsPage} />
                  <Route path="/calls" component={CallsPage} />
                  <Route path="/calls/:contactId/:agent?" component={CallPage} />
                  <Route path="/contacts" component={ContactsPage} />
                  <Route path="/contacts/:contactId" component={ContactPage} />
                  <Route path="/alerts" component={AlertsPage} />
                  <Route path="/health" component={HealthPage} />
                  <Route path="/reconciliation" component={ReconciliationPage} />
                  <Route>There is no such page.</Route>
                </Switch>
              </Suspense>
            </PageBoundary>
          </main>
        </div>
      </InOwnWords>
    </I18nProvider>
  );
}
