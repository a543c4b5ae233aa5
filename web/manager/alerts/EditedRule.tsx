import Button from '@cloudscape-design/components/button';
import type { AlertRule } from '../../../model/alerts/rule.ts';
import type { RuleBook } from '../../../model/query/alerts.ts';
import { viewerZone } from '../words/format-time.ts';
import { RuleConflict } from './RuleConflict.tsx';
import { RuleEditor } from './RuleEditor.tsx';
import { draftOf, type RuleDraft } from './rule-draft.ts';

/** A rule as somebody is typing it, and the rules that they had before them when they began. */
export type Editing = { readonly draft: RuleDraft; readonly base: RuleBook };

type Props = {
  readonly editing: Editing;
  /** As far as it is known here, the newest: it may be somebody else's, and newer than what the edit began from. */
  readonly book: RuleBook;
  readonly isSaving: boolean;
  readonly error: Error | null;
  readonly onChange: (editing: Editing) => void;
  readonly onSave: (rule: AlertRule, onto: RuleBook) => void;
  readonly onClose: () => void;
};

/** The form of a rule. What somebody else has saved since it was opened replaces nothing in it, and is not replaced unseen. */
export function EditedRule({ editing, book, isSaving, error, onChange, onSave, onClose }: Props) {
  const { draft, base } = editing;
  const isOutdated = book.version !== base.version && !isSaving;
  const theirs = book.rules.find(({ id }) => id === draft.id);
  const startAgain = theirs && (
    <Button onClick={() => onChange({ draft: draftOf(theirs, viewerZone), base: book })}>
      Start again from theirs
    </Button>
  );
  return (
    <RuleEditor
      draft={draft}
      isNew={!base.rules.some(({ id }) => id === draft.id)}
      isSaving={isSaving}
      error={error}
      conflict={isOutdated && <RuleConflict base={base} theirs={book} id={draft.id} action={startAgain} />}
      onChange={(changed) => onChange({ draft: changed, base })}
      onSave={(rule) => onSave(rule, isOutdated ? book : base)}
      onClose={onClose}
    />
  );
}
