import { offsetMillis } from '../../../model/query/zone.ts';
import { makeTimeFormat, viewerZone } from '../words/format-time.ts';
import type { Story } from './lanes.ts';
import { ticksOf } from './ticks.ts';

const time = makeTimeFormat(viewerZone);

/** Where something stands on an axis of time, and how it is labelled. */
export type StoryAxis = {
  /** How far a time is along the axis: 0 at its beginning, 1 at its end. */
  readonly share: (at: number) => number;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
};

/** The axis of a contact's story in the viewer's time zone, with at most so many labels. */
export function storyAxis({ from, to }: Pick<Story, 'from' | 'to'>, most: number): StoryAxis {
  // A label at the very end would reach beyond the picture.
  const edge = (to - from) / 25;
  const { at, hasSeconds } = ticksOf(from + edge, to - edge, most, offsetMillis(viewerZone, from));
  return {
    share: (when) => (when - from) / (to - from),
    ticks: at.map((tick) => ({ at: tick, label: hasSeconds ? time.second(tick) : time.time(tick) })),
  };
}
