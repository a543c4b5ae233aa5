import { callList } from '../../../model/query/call-row.ts';
import { useTitle } from '../layout/use-title.ts';
import { ViewControls } from '../layout/ViewControls.tsx';
import { ListPanel } from '../list/ListPanel.tsx';
import { apiParameters, refreshOf, viewInstants } from '../queries/use-view-query.ts';
import { useView } from '../state/use-view.ts';
import { writeView } from '../state/view.ts';
import { callsList } from './calls-list.ts';

const pageOfCalls = callList.transform(({ calls, ...page }) => ({ ...page, rows: calls }));

/** All calls that match, to find one by contact id or agent, or the worst ones. */
export function CallsPage() {
  const [view] = useView();
  useTitle('Calls');
  return (
    <div className="page">
      <ViewControls about="softphone-calls" />
      <ListPanel
        kind={callsList}
        about={(at) => ({ ...viewInstants(view, at), view })}
        source={{
          path: 'calls',
          schema: pageOfCalls,
          parameters: (now) => apiParameters(view, now),
          key: [writeView(view).toString()],
          refetchInterval: refreshOf(view),
        }}
      />
    </div>
  );
}
