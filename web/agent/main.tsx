import { createRef } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import './page.css';
import './panel.css';
import { noActions } from './page-actions.ts';
import { emptyPage, type PageState } from './page-state.ts';
import { SoftphonePage } from './SoftphonePage.tsx';
import { createStore } from './store.ts';

const store = createStore<PageState>(emptyPage);
const frame = createRef<HTMLDivElement>();
let actions = noActions;

const root = createRoot(document.getElementById('root') ?? document.body);
flushSync(() =>
  root.render(
    <SoftphonePage
      store={store}
      frame={frame}
      onRetry={() => actions.retry()}
      onSignIn={() => actions.signIn?.()}
      onDismiss={(contactId, kind) => actions.dismiss(contactId, kind)}
      onDismissNote={(source) => actions.dismissNote(source)}
      onSay={(contactId, said) => actions.say(contactId, said)}
    />,
  ),
);
// Not awaited at the top level: what comes later imports from this file's own chunk, and would wait for it in turn.
if (frame.current) void begin(frame.current);

/** Loads what the first paint does not need. It opens the softphone itself, so that nothing happens before it is there. */
async function begin(container: HTMLElement): Promise<void> {
  const { startPage } = await import('./start-page.ts');
  actions = await startPage(container, store);
}
