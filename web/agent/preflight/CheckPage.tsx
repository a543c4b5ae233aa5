import { type RefObject, useEffect, useRef, useSyncExternalStore } from 'react';
import type { Store } from '../store.ts';
import { CheckRow } from './CheckRow.tsx';
import { CopyForIt } from './CopyForIt.tsx';
import type { CheckState } from './check-state.ts';
import { LevelMeter } from './LevelMeter.tsx';
import { nameOf, shownChecks, verdicts } from './names.ts';
import { reportText } from './report.ts';

type CheckPageProps = {
  readonly store: Store<CheckState>;
  /** Where Streams puts Connect's frame, which nobody sees. */
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly onStart: () => void;
};

export function CheckPage({ store, frame, onStart }: CheckPageProps) {
  const state = useSyncExternalStore(store.subscribe, store.get);
  return (
    <main className="check">
      <header>
        <h1>Check this computer</h1>
        <p>Whether calls will work here, in half a minute. No call is made.</p>
      </header>
      {state.phase === 'broken' ? (
        <p className="fault" role="alert">
          This page is not set up: your administrator has to deploy it again. <code>{state.fault}</code>
        </p>
      ) : (
        <Begin state={state} onStart={onStart} />
      )}
      {state.phase === 'done' && <Result state={state} />}
      {(state.phase === 'running' || state.phase === 'done') && <Rows state={state} />}
      <p className="back">
        <a href="./">Back to the softphone</a>
      </p>
      <div className="unseen" ref={frame} inert />
    </main>
  );
}

type StateProps = { readonly state: CheckState };

function Begin({ state, onStart }: StateProps & { readonly onStart: () => void }) {
  const isRunning = state.phase === 'running';
  return (
    <section className="begin">
      <button type="button" onClick={onStart} disabled={isRunning || state.phase === 'opening'}>
        {state.phase === 'done' ? 'Check again' : isRunning ? 'Checking …' : 'Start the check'}
      </button>
      <p className="hint">
        Put your headset on, and say a few words while it listens. Nothing of it is kept.
      </p>
      <LevelMeter level={state.level} />
      <p className="unseen" role="status">
        {isRunning && state.now[0] && `Checking: ${nameOf(state.now[0])}`}
      </p>
    </section>
  );
}

/** The traffic light. It takes the focus, so that a screen reader goes on from there. */
function Result({ state: { outcome = 'ready', agent, startedAt = '', checks, isKept } }: StateProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const text = reportText({ outcome, agent, startedAt, checks, userAgent: navigator.userAgent });
  return (
    <section className={`verdict verdict-${outcome}`} data-testid="verdict" data-outcome={outcome}>
      <Light outcome={outcome} />
      <div>
        <h2 ref={heading} tabIndex={-1}>
          {verdicts[outcome]}
        </h2>
        <p data-testid="kept">
          {isKept
            ? `Your managers see this result, as ${agent}’s.`
            : 'You are not signed in to your softphone in this browser, so the result is shown here only.'}
        </p>
        {outcome !== 'ready' && <CopyForIt text={text} />}
      </div>
    </section>
  );
}

/** Three lamps, of which one is lit: the place tells it, too. */
function Light({ outcome }: { readonly outcome: string }) {
  return (
    <svg viewBox="0 0 20 52" aria-hidden="true">
      <rect width="20" height="52" rx="10" />
      {['failed', 'limited', 'ready'].map((lamp, place) => (
        <circle
          key={lamp}
          cx="10"
          cy={10 + place * 16}
          r="6"
          className={lamp === outcome ? `lit-${lamp}` : undefined}
        />
      ))}
    </svg>
  );
}

function Rows({ state }: StateProps) {
  const byCheck = new Map(state.checks.map((checked) => [checked.check, checked]));
  return (
    <ul className="rows" aria-label="What was checked">
      {shownChecks.map((check) => (
        <CheckRow
          key={check}
          check={check}
          checked={byCheck.get(check)}
          isRunning={state.now.includes(check)}
        />
      ))}
    </ul>
  );
}
