import { I18nProvider } from '@cloudscape-design/components/i18n';
import messages from '@cloudscape-design/components/i18n/messages/all.en';
import { Route, Switch } from 'wouter';
import { CallPage } from './call/CallPage.tsx';
import { CallsPage } from './calls/CallsPage.tsx';
import { HealthPage } from './health/HealthPage.tsx';
import { PageHeader } from './layout/PageHeader.tsx';
import { ViewNote } from './layout/ViewNote.tsx';
import { OverviewPage } from './overview/OverviewPage.tsx';
import type { ModeChoice } from './theme/mode.ts';

type Props = { readonly choice: ModeChoice; readonly onChoose: (choice: ModeChoice) => void };

/** The pages that there are. */
export function Pages({ choice, onChoose }: Props) {
  return (
    <I18nProvider locale="en" messages={[messages]}>
      <a className="skip" href="#content">
        Skip to content
      </a>
      <PageHeader choice={choice} onChoose={onChoose} />
      <ViewNote />
      <main id="content">
        <Switch>
          <Route path="/" component={OverviewPage} />
          <Route path="/calls" component={CallsPage} />
          <Route path="/calls/:contactId/:agent?" component={CallPage} />
          <Route path="/health" component={HealthPage} />
          <Route>There is no such page.</Route>
        </Switch>
      </main>
    </I18nProvider>
  );
}
