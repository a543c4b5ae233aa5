import { useLayoutEffect, useRef } from 'react';

/** What is the matter, in one sentence, and the one thing to do. */
export type Note<Kind extends string> = {
  readonly kind: Kind;
  readonly title: string;
  readonly step: string;
};

type NoteListProps<Kind extends string> = {
  readonly notes: readonly Note<Kind>[];
  readonly testId: string;
  /** Nothing is going on yet that could be hurt. */
  readonly calm?: true;
  readonly onDismiss: (kind: Kind) => void;
  /** Takes the focus when the last button that had it is gone. */
  readonly afterLast: () => void;
};

/**
 * What the agent is told, above the softphone and never over it. A screen reader reads out what is added, and only that: the
 * buttons stand outside of what is read out, or each would be read with its note.
 */
export function NoteList<Kind extends string>({
  notes,
  testId,
  calm,
  onDismiss,
  afterLast,
}: NoteListProps<Kind>) {
  const focus = useLastingFocus(afterLast);
  // The two columns share their rows.
  const rows = { gridRow: `span ${Math.max(1, notes.length)}` };
  return (
    <div className={calm ? 'warnings warnings-calm' : 'warnings'}>
      <div role="status" aria-atomic="false" style={rows}>
        {notes.map(({ kind, title, step }) => (
          <p key={kind} className="warning" data-testid={testId} data-kind={kind}>
            <strong>{title}</strong> {step}
          </p>
        ))}
      </div>
      <div style={rows} {...focus}>
        {notes.map(({ kind, title }) => (
          <button key={kind} type="button" aria-label={`Dismiss: ${title}`} onClick={() => onDismiss(kind)}>
            Dismiss
          </button>
        ))}
      </div>
    </div>
  );
}

/**
 * A button goes when its warning is dismissed or the trouble is over. Had it the focus, the one that takes its place gets it: else the
 * next key would begin at the top of the page.
 */
function useLastingFocus(afterLast: () => void) {
  const buttons = useRef<HTMLDivElement>(null);
  /** Which button has the focus; -1 where none. */
  const at = useRef(-1);
  const all = () => [...(buttons.current?.querySelectorAll('button') ?? [])];
  const note = () => {
    at.current = all().indexOf(document.activeElement as HTMLButtonElement);
  };
  useLayoutEffect(() => {
    const isGone = at.current >= 0 && !buttons.current?.contains(document.activeElement);
    if (isGone) (all()[at.current] ?? all().at(-1) ?? { focus: afterLast }).focus();
    note();
  });
  return {
    ref: buttons,
    onFocus: note,
    onBlur: () => {
      at.current = -1;
    },
  };
}
