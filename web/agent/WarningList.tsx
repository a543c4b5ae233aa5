import type { WarningKind } from '../../model/warnings/warning-kinds.ts';
import { warningWords } from '../monitor/warning-words.ts';
import { NoteList } from './NoteList.tsx';

type WarningListProps = {
  readonly warnings: readonly WarningKind[];
  readonly onDismiss: (kind: WarningKind) => void;
  /** Takes the focus when the last button that had it is gone. */
  readonly afterLast: () => void;
};

/** What the agent is warned of during a call. */
export function WarningList({ warnings, onDismiss, afterLast }: WarningListProps) {
  const notes = warnings.map((kind) => ({ kind, ...warningWords[kind] }));
  return <NoteList notes={notes} testId="warning" onDismiss={onDismiss} afterLast={afterLast} />;
}
