import { pages } from '../../../dashboards/pages/pages.ts';
import { PanelPage } from '../panels/PanelPage.tsx';
import { QueuesNow } from './QueuesNow.tsx';

/** How customers are served now and were over time, beside how it sounded. */
export function ServicePage() {
  return <PanelPage page={pages.service} lead={<QueuesNow />} />;
}
