import { Link } from 'wouter';
import { notKnown } from '../../../model/query/dimension.ts';
import type { Split } from '../../../model/query/split.ts';
import { isNarrowing, isValueOf } from '../state/narrowing.ts';
import { addressOf, useView } from '../state/use-view.ts';
import { isNarrowedTo, narrowTo, widen } from '../state/view.ts';
import { splitValueName } from '../words/value-name.ts';

type Props = {
  readonly split: Split;
  readonly value: string | null;
  /** What the group is of. */
  readonly of?: 'calls' | 'contacts';
};
const lists = { calls: { path: '/calls', name: 'Calls' }, contacts: { path: '/contacts', name: 'Contacts' } };

/** A group's name: a click narrows everything to it, another click takes that back; beside it the way to its calls or contacts. */
export function GroupName({ split, value, of = 'calls' }: Props) {
  const [view, setView] = useView();
  const name = splitValueName(split, value);
  const wanted = value ?? notKnown;
  // No set-up failed for a reason that is not known.
  if (!isNarrowing(split) || !isValueOf(split, wanted)) return name;
  const isChosen = isNarrowedTo(view.chosen, split, wanted);
  const narrowed = narrowTo(view.chosen, split, wanted);
  return (
    <span className="group-name">
      <button
        type="button"
        className="plain-link"
        aria-pressed={isChosen}
        onClick={() => setView({ ...view, chosen: isChosen ? widen(view.chosen, split) : narrowed })}
      >
        {name}
      </button>
      {split !== 'operation' && (
        <Link
          href={addressOf(lists[of].path, { ...view, chosen: narrowed })}
          aria-label={`${lists[of].name}: ${name}`}
        >
          {of}
        </Link>
      )}
    </span>
  );
}
