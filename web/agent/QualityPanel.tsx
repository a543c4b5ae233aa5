import { type RefObject, useState } from 'react';
import type { CallView } from '../monitor/call-view.ts';
import type { Said } from '../monitor/said.ts';
import { averageScores, worseRating } from '../monitor/view-of.ts';
import { AdviceCard } from './AdviceCard.tsx';
import { type Advice, adviceFor } from './advice.ts';
import { Age, CallHeading } from './CallHeading.tsx';
import { CollectorLine } from './CollectorLine.tsx';
import { Direction } from './Direction.tsx';
import { writtenScore } from './figures.ts';
import { lastWindow } from './last-window.ts';
import { ProblemCard } from './ProblemCard.tsx';
import type { PageState } from './page-state.ts';
import { RatingChip } from './RatingChip.tsx';
import { Recorded } from './Recorded.tsx';

type QualityPanelProps = {
  /** For who moves the focus here. */
  readonly panel?: RefObject<HTMLElement | null>;
  readonly state: PageState;
  readonly onRetry: () => void;
  readonly onSignIn: () => void;
  /** The agent says something of a call. */
  readonly onSay: (contactId: string, said: Said) => void;
};

/** How the call sounds. Beside the softphone, or folded to one line below it where the window is narrow. */
export function QualityPanel({ panel, state, onRetry, onSignIn, onSay }: QualityPanelProps) {
  const [open, setOpen] = useState(false);
  const { call } = state;
  const advice = call && adviceFor(call, state.limits);
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      className={open ? 'panel panel-open' : 'panel'}
      aria-label="Call quality"
      data-testid="panel"
    >
      <button type="button" className="fold" aria-expanded={open} onClick={() => setOpen(!open)}>
        <InShort call={call} advice={advice} />
      </button>
      <div className="panel-body">
        {call ? <CallQuality call={call} advice={advice} /> : <NoCall />}
        {call && (
          <ProblemCard call={call} wordless={state.wordless} onSay={(said) => onSay(call.contactId, said)} />
        )}
        <footer>
          <CollectorLine sender={state.sender} onRetry={onRetry} onSignIn={onSignIn} />
          <Recorded retentionDays={state.retentionDays} logged={state.logged} />
          <a href={`check.html${globalThis.location?.search ?? ''}`} target="_blank" rel="noreferrer">
            Check this computer
          </a>
        </footer>
      </div>
      <p className="unseen" aria-live="polite">
        {call && call.phase !== 'over' && !call.warned && advice?.title}
      </p>
    </aside>
  );
}

type CallProps = { readonly call: CallView; readonly advice: Advice | undefined };

function CallQuality({ call, advice }: CallProps) {
  return (
    <>
      <CallHeading call={call} />
      {lastWindow(call) && (
        <div className="directions">
          <Direction call={call} side="toAgent" />
          <Direction call={call} side="fromAgent" />
        </div>
      )}
      <div>
        <Age call={call} />
        <WholeCall call={call} />
      </div>
      {advice && <AdviceCard advice={advice} />}
    </>
  );
}

/** The average over all windows, once there are several. */
function WholeCall({ call }: { readonly call: CallView }) {
  const { toAgent, fromAgent } = averageScores(call.windows);
  if (call.windows.length < 2) return null;
  return (
    <p className="age" data-testid="whole-call">
      Whole call: you hear <b>{writtenScore(toAgent)}</b>, the caller hears <b>{writtenScore(fromAgent)}</b>
    </p>
  );
}

function NoCall() {
  return (
    <header className="call-heading">
      <h2>No call yet</h2>
      <p>How a call sounds is shown here, at most half a minute after it begins.</p>
    </header>
  );
}

/** The panel in one line. */
function InShort({
  call,
  advice,
}: {
  readonly call: CallView | undefined;
  readonly advice: Advice | undefined;
}) {
  const window = call && lastWindow(call);
  if (!window)
    return (
      <span className="in-short">
        {call && call.phase !== 'over' ? 'Call quality: first figures soon' : 'Call quality'}
      </span>
    );
  return (
    <span className="in-short">
      <RatingChip rating={worseRating(window)} />
      <span>
        You hear <b>{writtenScore(window.toAgent?.summary.mos?.avg)}</b>, they hear{' '}
        <b>{writtenScore(window.fromAgent?.summary.mos?.avg)}</b>
      </span>
      {advice && advice.tone !== 'good' && <span className="in-short-advice">{advice.title}</span>}
    </span>
  );
}
