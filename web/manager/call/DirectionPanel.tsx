import { lazy, Suspense, useMemo, useRef } from 'react';
import type { CallAnswer } from '../../../model/query/call.ts';
import type { DrawChart } from '../charts/Chart.tsx';
import { secondsOf } from '../charts/seconds.ts';
import type { Timeline } from '../charts/timeline.ts';
import { DownloadPanel } from '../download/DownloadPanel.tsx';
import { pixelRatio } from '../download/picture.ts';
import { Panel } from '../layout/Panel.tsx';
import { RatingMark } from '../layout/RatingMark.tsx';
import { AsTable } from '../panels/AsTable.tsx';
import { everything } from '../state/view.ts';
import { useMode } from '../theme/mode.ts';
import { makeTimeFormat, viewerZone } from '../words/format-time.ts';
import { eventName } from '../words/names.ts';
import { directionWords } from './direction-words.ts';
import { spansOf } from './spans.ts';
import { tableOfWindows } from './table-of-windows.ts';

const TimelineChart = lazy(() =>
  import('../charts/TimelineChart.tsx').then(({ TimelineChart }) => ({ default: TimelineChart })),
);
const time = makeTimeFormat(viewerZone);

const ways = {
  toAgent: { streamType: 'audio_input', title: 'To the agent', hears: 'What the agent heard.' },
  fromAgent: { streamType: 'audio_output', title: 'From the agent', hears: 'What the customer heard.' },
} as const;

type Props = { readonly answer: CallAnswer; readonly way: keyof typeof ways };

/** One direction of a call, second by second. */
export function DirectionPanel({ answer, way }: Props) {
  const mode = useMode();
  const { streamType, title, hears } = ways[way];
  const { call } = answer;
  const figures = call[way];
  const data = useMemo(() => timelineOf(answer, streamType), [answer, streamType]);
  const windows = answer.windows.filter((window) => window.softphoneStreamType === streamType);
  const table = tableOfWindows(windows);
  const summary = directionWords(figures);
  const draw: DrawChart = useRef(null);
  return (
    <Panel
      title={
        <>
          {title} <RatingMark rating={figures.rating} />
        </>
      }
      note={`${hears} ${summary}`}
      actions={
        windows.length > 0 && (
          <DownloadPanel
            title={`${title}: call of ${call.agent}`}
            about={{ from: call.startedAt, to: new Date(data.to).toISOString(), view: everything }}
            table={table}
            picture={(palette) => {
              const content = draw.current?.(palette.surface, pixelRatio);
              return content && { content, legend: [] };
            }}
          />
        )
      }
    >
      {windows.length === 0 ? (
        <p className="quiet">No audio statistics arrived for this direction.</p>
      ) : (
        <>
          <Suspense fallback={<div style={{ height: 472 }} />}>
            <TimelineChart
              data={data}
              mode={mode}
              group="call"
              draw={draw}
              label={`${title}, second by second: ${summary}. The same figures are in the table below.`}
            />
          </Suspense>
          {answer.windowsCut && (
            <p className="note">Only the first 1,000 half minutes of this long call are shown.</p>
          )}
          <AsTable
            table={table}
            label="The half minutes of this direction"
            heading="As a table, every 30 seconds"
          />
        </>
      )}
    </Panel>
  );
}

/** Both directions span the same time, so that they can be read one below the other. */
function timelineOf(
  { call, windows, limits }: CallAnswer,
  streamType: 'audio_input' | 'audio_output',
): Timeline {
  const marks = call.events.map(({ at, type }) => ({ at: Date.parse(at), name: eventName(type) }));
  const ends = windows.map((window) => Date.parse(window.startedAt) + window.windowSeconds * 1000);
  return {
    seconds: secondsOf(windows, streamType),
    limits,
    from: Math.min(Date.parse(call.startedAt), ...marks.map(({ at }) => at)),
    to: Math.max(...ends, ...marks.map(({ at }) => at)),
    marks,
    spans: spansOf(call.events, Math.max(...ends, ...marks.map(({ at }) => at))),
    formatTime: (at) => time.second(at),
  };
}
