import { createRef } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import '../page.css';
import './check.css';
import { createStore } from '../store.ts';
import { CheckPage } from './CheckPage.tsx';
import { type CheckState, nothingChecked } from './check-state.ts';

const store = createStore<CheckState>(nothingChecked);
const frame = createRef<HTMLDivElement>();
let start = () => {};

const root = createRoot(document.getElementById('root') ?? document.body);
flushSync(() => root.render(<CheckPage store={store} frame={frame} onStart={() => start()} />));
if (frame.current) void begin(frame.current);

/** Loads what the first paint does not need. Not awaited at the top level: it imports from this file's own chunk. */
async function begin(container: HTMLElement): Promise<void> {
  const { openCheck } = await import('./open-check.ts');
  start = await openCheck(container, store);
}
