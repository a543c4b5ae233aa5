import ExpandableSection from '@cloudscape-design/components/expandable-section';
import { Shape } from '../layout/RatingMark.tsx';
import type { Concern } from '../words/concern.ts';
import { makeTimeFormat, viewerZone } from '../words/format-time.ts';
import { whatToDo } from './what-to-do.ts';

const time = makeTimeFormat(viewerZone);

/** What is wrong, since when, and what to do. */
export function Concerns({
  concerns,
  label = 'What needs attention',
}: {
  readonly concerns: readonly Concern[];
  readonly label?: string;
}) {
  return (
    <ul className="concerns" aria-label={label}>
      {concerns.map((concern) => (
        <li key={concern.key} className={concern.isAlarm ? 'alarm' : 'warning'}>
          <p className="what">
            <Shape rating={concern.isAlarm ? 'poor' : 'fair'} />
            <span>
              <span className="kind">{concern.isAlarm ? 'Alarm' : 'Warning'}</span> {concern.text}
              {concern.since && <span className="when"> Since {time.dayAndTime(concern.since)}.</span>}
            </span>
          </p>
          <ExpandableSection headerText="What to do" headingTagOverride="h3">
            <Guide section={concern.section} />
          </ExpandableSection>
        </li>
      ))}
    </ul>
  );
}

function Guide({ section }: { readonly section: string }) {
  const blocks = whatToDo(section) ?? [];
  return (
    <div className="guide">
      {blocks.map(({ kind, text }) => {
        if (kind === 'code') return <pre key={text}>{text}</pre>;
        return (
          <p key={text} className={kind}>
            {text}
          </p>
        );
      })}
      <p className="note">From docs/operate.md, section “{section}”.</p>
    </div>
  );
}
