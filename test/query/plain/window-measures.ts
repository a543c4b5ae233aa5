import type { CallDocument } from '../../../model/documents/call.ts';
import type { CallWindow } from '../../../model/quality/call-window.ts';
import { defaultLimits } from '../../../model/quality/limits.ts';
import { type WindowFigure, windowBuckets } from '../../../model/quality/window-buckets.ts';
import { type Expected, percentileOf, percentOf, rangeAround } from './expected.ts';

type Way = 'toAgent' | 'fromAgent';

/** The figure's name in the measures' ids, and what a window has of it. */
const figures: Readonly<
  Record<WindowFigure, { name: string; of: (window: CallWindow) => number | undefined }>
> = {
  roundTripTimeMillis: { name: 'roundTrip', of: (window) => window.roundTripTimeMillis?.avg },
  jitterMillis: { name: 'jitter', of: (window) => window.jitterMillis?.avg },
  packetsLostPercent: { name: 'loss', of: lossOf },
  mos: { name: 'mos', of: (window) => window.mos?.avg },
};

function lossOf({ streamType, packetsLost: lost, packetsCount: count }: CallWindow): number | undefined {
  if (lost === undefined || count === undefined) return undefined;
  const onTheWay = streamType === 'audio_input' ? lost + count : count;
  return onTheWay > 0 ? Math.round(1000 * Math.min(100, (100 * lost) / onTheWay)) / 1000 : undefined;
}

/** What the judged windows of some calls have of a figure in one direction: window by window. */
export function windowValues(calls: readonly CallDocument[], figure: WindowFigure, way: Way): number[] {
  const type = way === 'toAgent' ? 'audio_input' : 'audio_output';
  const wasTaken = (call: CallDocument) => !call.events.some((event) => event.type === 'missed');
  return calls
    .filter(wasTaken)
    .flatMap((call) => Object.values(call.parts.windows))
    .filter((window) => window.streamType === type && window.rating !== 'unclassified')
    .flatMap((window) => figures[figure].of(window) ?? []);
}

/** The measures over windows, by their ids. */
export const windowMeasures: Readonly<Record<string, (calls: readonly CallDocument[]) => Expected>> =
  Object.assign(
    {},
    ...Object.keys(figures).flatMap((figure) => [
      measuresOf(figure as WindowFigure, 'toAgent'),
      measuresOf(figure as WindowFigure, 'fromAgent'),
    ]),
  );

function measuresOf(figure: WindowFigure, way: Way) {
  const id = `${figures[figure].name}${way === 'toAgent' ? 'ToAgent' : 'FromAgent'}`;
  const values = (calls: readonly CallDocument[]) => windowValues(calls, figure, way);
  const { bounds, least, most = Number.POSITIVE_INFINITY } = windowBuckets[figure];
  const percentile = (percent: number) => (calls: readonly CallDocument[]) =>
    percentileOf(values(calls), percent, rangeAround(bounds, least, most));
  const isBeyond = (value: number, limit: number) => (figure === 'mos' ? value < limit : value > limit);
  return {
    [`${id}Median`]: percentile(50),
    [figure === 'mos' ? `${id}P5` : `${id}P95`]: percentile(figure === 'mos' ? 5 : 95),
    [`${id}OverLimit`]: (calls: readonly CallDocument[]) => {
      const all = values(calls);
      const { fair, poor } = defaultLimits;
      return percentOf(
        all.filter((value) => isBeyond(value, fair[figure]) || isBeyond(value, poor[figure])).length,
        all.length,
      );
    },
  };
}
