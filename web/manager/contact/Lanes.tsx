import type { CSSProperties } from 'react';
import { useIsNarrow } from '../layout/use-is-narrow.ts';
import type { Story } from './lanes.ts';
import { isSound, type Lane, type Span } from './span.ts';
import { spanWords } from './span-words.ts';
import { storyAxis } from './story-axis.ts';

const mostTicks = { wide: 8, narrow: 4 };

type Props = {
  readonly story: Story;
  /** What it shows, in a sentence: all that a screen reader gets of it. */
  readonly label: string;
};

/** What went on, respect by respect, over one axis of time. */
export function Lanes({ story, label }: Props) {
  const isNarrow = useIsNarrow();
  const axis = storyAxis(story, isNarrow ? mostTicks.narrow : mostTicks.wide);
  const share = (at: number) => 100 * axis.share(at);
  return (
    <div className="lanes" role="img" aria-label={label}>
      <div className="lanes-grid">
        {axis.ticks.map(({ at }) => (
          <i key={at} style={{ left: `${share(at)}%` }} />
        ))}
      </div>
      {story.lanes.map((lane) => (
        <Row key={lane.name} lane={lane} share={share} />
      ))}
      <div className="lane axis">
        <span />
        <div className="lane-track">
          {axis.ticks.map(({ at, label: words }) => (
            <small key={at} className="lane-tick" style={{ left: `${share(at)}%` }}>
              {words}
            </small>
          ))}
        </div>
      </div>
    </div>
  );
}

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
