import { useLayoutEffect, useRef } from 'react';
import type { WarningKind } from '../../model/warnings/warning-kinds.ts';
import { warningWords } from '../monitor/warning-words.ts';

type WarningListProps = {
  readonly warnings: readonly WarningKind[];
  readonly onDismiss: (kind: WarningKind) => void;
  /** Takes the focus when the last button that had it is gone. */
  readonly afterLast: () => void;
};

/**
 * What the agent is warned of, above the softphone and never over it. A screen reader reads out what is added, and only that: the
 * buttons stand outside of what is read out, or each would be read with its warning.
 */
export function WarningList({ warnings, onDismiss, afterLast }: WarningListProps) {
  const focus = useLastingFocus(afterLast);
  // The two columns share their rows.
  const rows = { gridRow: `span ${Math.max(1, warnings.length)}` };
  return (
    <div className="warnings">
      <div role="status" aria-atomic="false" style={rows}>
        {warnings.map((kind) => (
          <p key={kind} className="warning" data-testid="warning" data-kind={kind}>
            <strong>{warningWords[kind].title}</strong> {warningWords[kind].step}
          </p>
        ))}
      </div>
      <div style={rows} {...focus}>
        {warnings.map((kind) => (
          <button
            key={kind}
            type="button"
            aria-label={`Dismiss: ${warningWords[kind].title}`}
            onClick={() => onDismiss(kind)}
          >
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
