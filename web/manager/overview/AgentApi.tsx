import { judgeFigure } from '../../../dashboards/judge-figure.ts';
import {
  apiErrors,
  apiFaults,
  apiMedian,
  apiRequests,
  apiSlow,
} from '../../../dashboards/measures/agent-api.ts';
import type { AgentApi as Answer } from '../../../model/query/agent-api.ts';
import { HeatStrip } from '../charts/HeatStrip.tsx';
import { DownloadPanel } from '../download/DownloadPanel.tsx';
import { Explained } from '../layout/Explained.tsx';
import { Panel } from '../layout/Panel.tsx';
import { RatingMark } from '../layout/RatingMark.tsx';
import { Scroll } from '../layout/Scroll.tsx';
import { Failed, Loading } from '../layout/State.tsx';
import type { About } from '../panels/around.ts';
import { useAgentApi } from '../queries/use-agent-api.ts';
import { useManagerView } from '../queries/use-manager-view.ts';
import { useView } from '../state/use-view.ts';
import { cellOf, columnOf } from '../tables/measure-column.ts';
import { textCell } from '../tables/panel-table.ts';
import { filterName } from '../words/filter-words.ts';
import { formatFigure } from '../words/format-figure.ts';
import { useSplitNames } from '../words/split-names.ts';
import { cellsOf } from './cells.ts';

const columns = [apiRequests, apiMedian, apiSlow, apiErrors, apiFaults];

/** How fast Amazon Connect answered the agents' softphones, by operation and over time. */
export function AgentApi({ about }: { readonly about: About }) {
  const { data: view } = useManagerView();
  return view?.apiCalls === false ? <NotShown /> : <Asked about={about} />;
}

function Asked({ about }: { readonly about: About }) {
  const [view] = useView();
  const { data, error, isPending, refetch } = useAgentApi(view);
  return (
    <>
      {error && <Failed what="the agent API" error={error} onRetry={() => void refetch()} />}
      {isPending && <Loading what="the agent API" />}
      {data && <Operations api={data.answer} about={about} />}
    </>
  );
}

function NotShown() {
  return (
    <Panel title="Agent API" note="Requests belong to no queue, so a view of some queues does not show them.">
      <p className="quiet">Ask an admin for a view by hierarchy if you need them.</p>
    </Panel>
  );
}

function Operations({ api, about }: { readonly api: Answer; readonly about: About }) {
  const { operations, ignoredFilters, times, limits } = api;
  const names = useSplitNames();
  const ignored = ignoredFilters.map((name) => filterName(name, names));
  const table = {
    columns: [{ name: 'Operation' }, ...columns.map((measure) => columnOf(measure))],
    rows: operations.map(({ name, figures }) => [
      textCell(name),
      ...columns.map((measure) => cellOf(measure, figures[measure.id], limits)),
    ]),
  };
  return (
    <Panel
      title="Agent API"
      actions={operations.length > 0 && <DownloadPanel title="Agent API" about={about} table={table} />}
      note={
        ignored.length > 0
          ? `Requests belong to no call, so these filters do not narrow them: ${ignored.join(', ')}.`
          : 'Requests of agents’ softphones to Amazon Connect, the busiest first; long polls are left out.'
      }
    >
      {operations.length === 0 ? (
        <p className="quiet">No requests in this time.</p>
      ) : (
        <Scroll label="Operations of the agent API">
          <table className="plain operations">
            <thead>
              <tr>
                <th scope="col">Operation</th>
                {columns.map((measure) => (
                  <th scope="col" key={measure.id}>
                    <Explained measure={measure} />
                  </th>
                ))}
                <th scope="col">Over time, 95 %</th>
              </tr>
            </thead>
            <tbody>
              {operations.map(({ name, figures, overTime }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  {columns.map((measure) => {
                    const rating = judgeFigure(measure, figures[measure.id], limits);
                    const text = formatFigure(measure, figures[measure.id]);
                    return (
                      <td key={measure.id}>
                        {measure.limits && rating !== 'good' ? (
                          <RatingMark rating={rating} text={text} />
                        ) : (
                          text
                        )}
                      </td>
                    );
                  })}
                  <td className="wide">
                    <HeatStrip
                      cells={cellsOf(
                        apiSlow,
                        overTime[apiSlow.id] ?? { values: [], restsOn: [] },
                        times,
                        limits,
                      )}
                      label={`When ${name} was slow`}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </Panel>
  );
}
