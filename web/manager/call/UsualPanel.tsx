import { judgeFigure } from '../../../dashboards/judge-figure.ts';
import {
  jitterFromAgent,
  lossFromAgent,
  lossToAgent,
  mos,
  roundTripToAgent,
} from '../../../dashboards/measures/audio.ts';
import { poorCalls } from '../../../dashboards/measures/calls.ts';
import type { Measure } from '../../../dashboards/measures/measure.ts';
import type { CallAnswer, CallDetail } from '../../../model/query/call.ts';
import { Explained } from '../layout/Explained.tsx';
import { Panel } from '../layout/Panel.tsx';
import { Failed, Loading } from '../layout/State.tsx';
import { useAgents } from '../queries/use-agents.ts';
import { cellOf } from '../tables/measure-column.ts';
import { textCell } from '../tables/panel-table.ts';
import { formatFigure, formatRestsOn, formatValue } from '../words/format-figure.ts';
import { DownloadOfCall } from './DownloadOfCall.tsx';
import { usualView } from './usual-view.ts';

type Row = { readonly measure: Measure; readonly of: (call: CallDetail) => number | undefined };

const rows: readonly Row[] = [
  { measure: mos, of: (call) => call.mos?.avg },
  { measure: lossToAgent, of: (call) => call.toAgent.packetsLostPercent },
  { measure: lossFromAgent, of: (call) => call.fromAgent.packetsLostPercent },
  { measure: roundTripToAgent, of: (call) => call.toAgent.roundTripTimeMillis?.avg },
  { measure: jitterFromAgent, of: (call) => call.fromAgent.jitterMillis?.avg },
];

/** Whether a call was like the others of its agent, or this one alone was bad. */
export function UsualPanel({ answer: { call, limits } }: { readonly answer: CallAnswer }) {
  const { data, error, isPending, refetch } = useAgents(usualView(call));
  const usual = data?.answer.agents.find(({ agent }) => agent === call.agent)?.now;
  return (
    <Panel
      title="Beside this agent’s usual"
      note="The agent’s calls of the 30 days before this one."
      actions={
        usual && (
          <DownloadOfCall
            title="Beside the usual"
            call={call}
            table={{
              columns: [{ name: 'Measure' }, { name: 'This call' }, { name: 'Usually', restsOn: 'rests on' }],
              rows: rows.map(({ measure, of }) => [
                textCell(measure.name),
                {
                  text: formatValue(measure.unit, of(call)),
                  value: of(call),
                  rating: judgeOne(measure, of(call), limits),
                },
                cellOf(measure, usual[measure.id], limits),
              ]),
            }}
          />
        )
      }
    >
      {error && <Failed what="the agent’s usual" error={error} onRetry={() => void refetch()} />}
      {isPending && <Loading what="the agent’s usual" />}
      {data && !usual && <p className="quiet">The agent had no calls in the 30 days before.</p>}
      {usual && (
        <>
          <table className="plain">
            <thead>
              <tr>
                <td />
                <th scope="col">This call</th>
                <th scope="col">Usually</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ measure, of }) => (
                <tr key={measure.id}>
                  <th scope="row">
                    <Explained measure={measure} />
                  </th>
                  <td>
                    <span className={`figure ${judgeOne(measure, of(call), limits)}`}>
                      {formatValue(measure.unit, of(call))}
                    </span>
                  </td>
                  <td>{formatFigure(measure, usual[measure.id])}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="note">
            {formatFigure(poorCalls, usual[poorCalls.id])} {formatRestsOn(poorCalls, usual[poorCalls.id])}{' '}
            were poor.
          </p>
        </>
      )}
    </Panel>
  );
}

/** A call's own figure was measured, so it needs no count to rest on. */
function judgeOne(measure: Measure, value: number | undefined, limits: CallAnswer['limits']) {
  return judgeFigure(measure, { value: value ?? null, restsOn: measure.minimumCount }, limits);
}
