import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { hearSignInWindows, isSignInWindow } from './sign-in-window.ts';

type Hear = (event: { data: string }) => void;

/** A browser that keeps the channels of each site's pages apart, by the site at the top of the tab. */
function browser() {
  const open = new Set<{ site: string; onmessage?: Hear }>();
  let site = '';
  class Channel {
    readonly site = site;
    onmessage?: Hear;
    constructor() {
      open.add(this);
    }
    postMessage(data: string) {
      for (const other of open)
        if (other !== (this as unknown) && other.site === this.site) other.onmessage?.({ data });
    }
    close() {
      open.delete(this);
    }
  }
  vi.stubGlobal('BroadcastChannel', Channel);
  return {
    visit: (its: string) => {
      site = its;
    },
  };
}

const close = vi.fn();
const replaceState = vi.fn();
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('close', close);
  vi.stubGlobal('history', { replaceState });
  vi.stubGlobal('location', { search: '?code=c&state=window.1', pathname: '/' });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.clearAllMocks();
});

const pageThatExpects = (state: string, told: string[]) =>
  hearSignInWindows(
    () => ({
      expects: (answer) => answer.get('state') === state,
      finish: async (answer) => Boolean(told.push(`code ${answer.get('code')}`)),
    }),
    () => told.push('signed in'),
  );

test('the page that asked hears the window, and the window closes', async () => {
  browser();
  const [own, another, unheard] = [[] as string[], [] as string[], vi.fn()];
  pageThatExpects('window.1', own);
  pageThatExpects('window.2', another);
  expect(isSignInWindow(unheard)).toBe(true);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(own).toEqual(['code c', 'signed in']);
  expect(another).toEqual([]);
  expect(close).toHaveBeenCalledOnce();
  expect(unheard).not.toHaveBeenCalled();
});

test('a page within another site hears nothing: the window says so, and stays to be the softphone', async () => {
  const { visit } = browser();
  const [told, unheard] = [[] as string[], vi.fn()];
  visit('intranet.example');
  pageThatExpects('window.1', told);
  visit('softphone.example');
  isSignInWindow(unheard);
  await vi.advanceTimersByTimeAsync(2999);
  expect(unheard).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(unheard).toHaveBeenCalledOnce();
  expect(close).not.toHaveBeenCalled();
  expect(told).toEqual([]);
  // Loaded again it is a page like any other.
  expect(replaceState).toHaveBeenCalledWith(null, '', '/');
});

test('any other page is no such window', () => {
  browser();
  vi.stubGlobal('location', { search: '?code=c&state=page.1', pathname: '/' });
  expect(isSignInWindow(vi.fn())).toBe(false);
});
