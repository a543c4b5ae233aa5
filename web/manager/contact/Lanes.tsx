import type { CSSProperties } from 'react';
import { ratings } from '../../../model/quality/rating.ts';
import { offsetMillis } from '../../../model/query/zone.ts';
import { useIsNarrow } from '../layout/use-is-narrow.ts';
import { makeTimeFormat, viewerZone } from '../words/format-time.ts';
import type { Story } from './lanes.ts';
import type { Lane, Span } from './span.ts';
import { spanWords } from './span-words.ts';
import { ticksOf } from './ticks.ts';

const time = makeTimeFormat(viewerZone);
const mostTicks = { wide: 8, narrow: 4 };

type Props = {
  readonly story: Story;
  /** What it shows, in a sentence: all that a screen reader gets of it. */
  readonly label: string;
};

/** What went on, respect by respect, over one axis of time. */
export function Lanes({ story: { from, to, lanes }, label }: Props) {
  const isNarrow = useIsNarrow();
  // A label at the very end would reach beyond the picture.
  const edge = (to - from) / 25;
  const most = isNarrow ? mostTicks.narrow : mostTicks.wide;
  const ticks = ticksOf(from + edge, to - edge, most, offsetMillis(viewerZone, from));
  const share = (at: number) => (100 * (at - from)) / (to - from);
  return (
    <div className="lanes" role="img" aria-label={label}>
      <div className="lanes-grid">
        {ticks.at.map((at) => (
          <i key={at} style={{ left: `${share(at)}%` }} />
        ))}
      </div>
      {lanes.map((lane) => (
        <Row key={lane.name} lane={lane} share={share} />
      ))}
      <div className="lane axis">
        <span />
        <div className="lane-track">
          {ticks.at.map((at) => (
            <small key={at} className="lane-tick" style={{ left: `${share(at)}%` }}>
              {ticks.hasSeconds ? time.second(at) : time.time(at)}
            </small>
          ))}
        </div>
      </div>
    </div>
  );
}

/** So many half minutes have no room for words: their height tells, and the table below. */
const isSound = ({ tone }: Span) => ratings.some((rating) => rating === tone);

type RowProps = { readonly lane: Lane; readonly share: (at: number) => number };

function Row({ lane: { name, spans, missing }, share }: RowProps) {
  const placeOf = (span: Span): CSSProperties => ({
    left: `${share(span.from)}%`,
    width: `${share(span.to) - share(span.from)}%`,
  });
  return (
    <div className="lane">
      <span className="lane-name">{name}</span>
      <div className="lane-track">
        {missing && <em>{missing}</em>}
        {spans.map((span) => (
          <span
            key={`${span.from} ${span.name}`}
            className={`span ${span.tone}`}
            style={placeOf(span)}
            title={spanWords(span)}
          >
            {isSound(span) ? null : span.name}
          </span>
        ))}
      </div>
    </div>
  );
}
