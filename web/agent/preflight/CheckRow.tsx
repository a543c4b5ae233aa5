import type { PreflightCheck } from '../../../model/messages/preflight.ts';
import type { Checked } from './finding.ts';
import { nameOf, outcomeNames, writtenValue } from './names.ts';
import { wordsFor } from './words.ts';

type CheckRowProps = {
  readonly check: PreflightCheck;
  /** Undefined until it has been looked at. */
  readonly checked: Checked | undefined;
  readonly isRunning: boolean;
};

/** One check: what came of it, and what to do where it did not pass. */
export function CheckRow({ check, checked, isRunning }: CheckRowProps) {
  const words = checked && checked.outcome !== 'passed' ? wordsFor(checked) : undefined;
  const look = checked?.outcome ?? (isRunning ? 'running' : 'waiting');
  return (
    <li className={`row row-${look}`} data-check={check} data-outcome={look} data-reason={checked?.reason}>
      <Mark look={look} />
      <div>
        <p className="row-head">
          <strong>{nameOf(check)}</strong>
          <span>
            {checked
              ? [writtenValue(checked), outcomeNames[checked.outcome]].filter(Boolean).join(' · ')
              : isRunning
                ? 'Checking …'
                : ''}
          </span>
        </p>
        {words && <p>{words.agent}</p>}
        {words && checked?.outcome !== 'skipped' && <p className="for-it">For IT: {words.it}</p>}
      </div>
    </li>
  );
}

const paths: Readonly<Record<string, string>> = {
  passed: 'M4 8.5l3 3 5-6',
  limited: 'M8 4v5M8 11.5v.5',
  failed: 'M5 5l6 6M11 5l-6 6',
  skipped: 'M5 8h6',
};

function Mark({ look }: { readonly look: string }) {
  return (
    <svg className="mark" viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="7.5" />
      {paths[look] && <path d={paths[look]} />}
    </svg>
  );
}
