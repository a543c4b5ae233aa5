import type { WarningKind } from '../../model/warnings/warning-kinds.ts';
import { warningWords } from '../monitor/warning-words.ts';

type WarningListProps = {
  readonly warnings: readonly WarningKind[];
  readonly onDismiss: (kind: WarningKind) => void;
};

/** What the agent is warned of, above the softphone and never over it. A screen reader reads out what is added. */
export function WarningList({ warnings, onDismiss }: WarningListProps) {
  return (
    <div className="warnings" role="status">
      {warnings.map((kind) => {
        const { title, step } = warningWords[kind];
        return (
          <div key={kind} className="warning" data-testid="warning" data-kind={kind}>
            <p>
              <strong>{title}</strong> {step}
            </p>
            <button type="button" aria-label={`Dismiss: ${title}`} onClick={() => onDismiss(kind)}>
              Dismiss
            </button>
          </div>
        );
      })}
    </div>
  );
}
