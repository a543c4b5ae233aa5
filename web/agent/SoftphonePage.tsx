import { type RefObject, useRef, useSyncExternalStore } from 'react';
import type { WarningKind } from '../../model/warnings/warning-kinds.ts';
import type { Said } from '../monitor/said.ts';
import { type Note, NoteList } from './NoteList.tsx';
import type { PageState } from './page-state.ts';
import { QualityPanel } from './QualityPanel.tsx';
import type { Source } from './readiness/sources.ts';
import type { Store } from './store.ts';
import { TroubleCard } from './TroubleCard.tsx';
import type { TroubleKind } from './trouble.ts';
import { troubleWords } from './trouble-words.ts';
import { WarningList } from './WarningList.tsx';

type SoftphonePageProps = {
  readonly store: Store<PageState>;
  /** Where Streams puts Connect's frame: React leaves its inside alone. */
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly onRetry: () => void;
  readonly onSignIn: () => void;
  readonly onSay: (contactId: string, said: Said) => void;
  readonly onDismiss: (contactId: string, kind: WarningKind) => void;
  readonly onDismissNote: (source: Source) => void;
};

/** What the check at sign-in found. The panel leads to its page. */
function checkNote(found: string): Note<'check'> {
  const title = 'Calls may not work well on this computer.';
  return { kind: 'check', title, step: `${found} “Check this computer” in the panel says what to tell IT.` };
}

export function SoftphonePage(props: SoftphonePageProps) {
  const { store, frame, onRetry, onSignIn, onSay, onDismiss, onDismissNote } = props;
  const state = useSyncExternalStore(store.subscribe, store.get);
  const { call } = state;
  const panel = useRef<HTMLElement>(null);
  // A headset that goes during a call is told of once: then it is the call's.
  const isTold = (kind: TroubleKind) => kind === 'microphoneMissing' && call?.warnings.includes('deviceLost');
  const troubles = state.troubles.filter(({ kind }) => !isTold(kind));
  const away = state.troubles.some((trouble) => troubleWords[trouble.kind].noSoftphone);
  return (
    <div className="page">
      <main className={away ? 'away' : undefined}>
        <h1 className="unseen">Softphone</h1>
        <div className="troubles" role="status" aria-atomic="false">
          {troubles.map((trouble) => (
            <TroubleCard key={trouble.kind} trouble={trouble} signInUrl={state.signInUrl} />
          ))}
        </div>
        <WarningList
          warnings={call?.warnings ?? []}
          onDismiss={(kind) => call && onDismiss(call.contactId, kind)}
          afterLast={() => panel.current?.focus()}
        />
        <NoteList
          notes={state.notes ?? []}
          testId="note"
          calm
          onDismiss={onDismissNote}
          afterLast={() => panel.current?.focus()}
        />
        <NoteList
          notes={state.checked ? [checkNote(state.checked)] : []}
          testId="check-notice"
          calm
          onDismiss={() => store.change(({ checked: _, ...others }) => others)}
          afterLast={() => panel.current?.focus()}
        />
        <div className="softphone" ref={frame} data-testid="softphone" />
      </main>
      <QualityPanel panel={panel} state={state} onRetry={onRetry} onSignIn={onSignIn} onSay={onSay} />
    </div>
  );
}
