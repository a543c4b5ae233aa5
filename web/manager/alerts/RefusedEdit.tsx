import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { RuleBook } from '../../../model/query/alerts.ts';
import { RuleConflict } from './RuleConflict.tsx';
import type { RuleEdit } from './rule-edit.ts';

/** What was to be done, and to which writing of the rules. */
export type AskedEdit = { readonly edit: RuleEdit; readonly base: RuleBook };

type Props = {
  readonly asked: AskedEdit;
  readonly book: RuleBook;
  readonly error: Error;
  readonly onRepeat: () => void;
  readonly onClose: () => void;
};

/** A change by one click that was not saved: because somebody else was quicker, or for another reason. */
export function RefusedEdit({ asked: { edit, base }, book, error, onRepeat, onClose }: Props) {
  if (book.version === base.version || edit.kind === 'removeForeign') {
    return (
      <Alert type="error" header="Not saved" dismissible onDismiss={onClose}>
        {error.message}
      </Alert>
    );
  }
  return (
    <RuleConflict
      base={base}
      theirs={book}
      id={edit.kind === 'put' ? edit.rule.id : edit.id}
      action={
        <SpaceBetween direction="horizontal" size="xs">
          <Button onClick={onRepeat}>Save mine all the same</Button>
          <Button onClick={onClose}>Give mine up</Button>
        </SpaceBetween>
      }
    />
  );
}
