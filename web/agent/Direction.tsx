import type { CallView, DirectionView, WindowView } from '../monitor/call-view.ts';
import { present } from '../monitor/present.ts';
import { drawnWindows } from '../monitor/view-of.ts';
import { lossOfSeconds, secondsOf, written, writtenScore } from './figures.ts';
import { lastWindow } from './last-window.ts';
import { RatingChip } from './RatingChip.tsx';
import { Sparkline } from './Sparkline.tsx';

type Side = 'toAgent' | 'fromAgent';
const titles: Readonly<Record<Side, string>> = { toAgent: 'You hear', fromAgent: 'The caller hears' };

/** Of the scores, a quarter of an hour. */
const drawnScores = 30;

/** How one direction of the call sounds. */
export function Direction({ call, side }: { readonly call: CallView; readonly side: Side }) {
  const summary = lastWindow(call)?.[side]?.summary;
  const recent = drawn(call).map((window: WindowView) => window[side]);
  const scores = call.windows.slice(-drawnScores).map((window) => window[side]?.summary.mos?.avg ?? null);
  return (
    <section className="direction" aria-label={titles[side]} data-testid={side}>
      <h3>{titles[side]}</h3>
      <p className="score">
        <strong data-testid="mos">{writtenScore(summary?.mos?.avg)}</strong>
        <abbr title="Mean opinion score, from 1 (bad) to 4.4 (as good as a telephone gets)">MOS</abbr>
      </p>
      <RatingChip rating={summary?.rating ?? 'unclassified'} />
      <Sparkline values={scores} least={1} most={4.5} />
      <dl>
        <Figure name="Lost" value={written(summary?.packetsLostPercent, '%', 1)}>
          <Sparkline values={lossOfSeconds(side, recent)} least={0} most={10} />
        </Figure>
        <Figure name="Jitter" value={written(summary?.jitterMillis?.avg, 'ms')}>
          <Sparkline values={secondsOf(recent, (sample) => sample.jitterMillis)} least={0} most={60} />
        </Figure>
        <Figure name="Delay" value={written(summary?.roundTripTimeMillis?.avg, 'ms')}>
          <Sparkline
            values={secondsOf(recent, (sample) => sample.roundTripTimeMillis)}
            least={0}
            most={300}
          />
        </Figure>
      </dl>
    </section>
  );
}

/** The last two minutes: each second once, where the latest half minute overlaps with the last window. */
function drawn({ windows, latest }: CallView): readonly WindowView[] {
  const closed = windows.slice(-drawnWindows);
  const since = closed.at(-1)?.endedAt ?? 0;
  const after = (view: DirectionView | undefined) =>
    view && { ...view, samples: view.samples.filter(({ at }) => at > since) };
  if (!latest) return closed;
  const { endedAt, toAgent, fromAgent } = latest;
  return [...closed, present<WindowView>({ endedAt, toAgent: after(toAgent), fromAgent: after(fromAgent) })];
}

type FigureProps = {
  readonly name: string;
  readonly value: string | undefined;
  readonly children: React.ReactNode;
};

function Figure({ name, value, children }: FigureProps) {
  return (
    <div className={value === undefined ? 'figure figure-none' : 'figure'}>
      <dt>{name}</dt>
      <dd data-testid={name.toLowerCase()}>{value ?? 'unknown'}</dd>
      {value !== undefined && children}
    </div>
  );
}
