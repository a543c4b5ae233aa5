import Alert from '@cloudscape-design/components/alert';
import type { ReactNode } from 'react';
import type { RuleBook } from '../../../model/query/alerts.ts';
import { useSplitNames } from '../words/split-names.ts';
import { differencesOf } from './rule-differences.ts';

type Props = {
  /** The rules that an edit began from, and those of somebody else who was quicker. */
  readonly base: RuleBook;
  readonly theirs: RuleBook;
  /** The rule that the edit is about; undefined where that is none of those that are understood. */
  readonly id: string | undefined;
  /** What can be done about it. */
  readonly action?: ReactNode;
};

/** Says what somebody else has changed in the meantime, so that whoever is editing can decide. */
export function RuleConflict({ base, theirs, id, action }: Props) {
  const names = useSplitNames();
  const differences = differencesOf(base, theirs, names);
  const isAboutSame = id !== undefined && differences.some((its) => its.id === id);
  return (
    <Alert type="warning" header="Somebody else has changed the rules meanwhile" action={action}>
      {differences.length === 0 ? (
        <p>They saved them as they were.</p>
      ) : (
        <ul className="differences">
          {differences.map(({ text }) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      <p>
        {isAboutSame
          ? 'You are changing the same rule: saving puts yours in the place of theirs.'
          : 'Saving keeps their changes and adds yours.'}
      </p>
    </Alert>
  );
}
