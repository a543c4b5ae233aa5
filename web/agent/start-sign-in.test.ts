import { afterEach, expect, test, vi } from 'vitest';
import type { AgentSiteSettings } from '../../model/settings/agent-site.ts';
import { startSignIn } from './start-sign-in.ts';

const settings = {
  agentSignInUrl: 'https://sign-in.example',
  agentSignInClientId: 'client-1',
  agentSignInIssuer: 'https://cognito-idp.eu-central-1.amazonaws.com/pool-1',
} as AgentSiteSettings;

afterEach(() => vi.unstubAllGlobals());

/** A browser tab: its storage outlives the pages that are loaded in it. */
function tab() {
  const kept = new Map<string, string>();
  const left: string[] = [];
  const sessionStorage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  const load = (search = '') => {
    const events = new EventTarget();
    const top = {};
    const page = {
      sessionStorage,
      location: {
        search,
        origin: 'https://softphone.example',
        pathname: '/',
        assign: (url: string) => void left.push(url),
      },
      history: { replaceState: () => {} },
      window: Object.assign(top, { top }),
      addEventListener: events.addEventListener.bind(events),
      BroadcastChannel: class {},
    };
    for (const [name, value] of Object.entries(page)) vi.stubGlobal(name, value);
    let opened = false;
    const signIn = startSignIn(settings, () => {}).then((its) => {
      opened = true;
      return its;
    });
    const show = (persisted: boolean) =>
      events.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));
    return { signIn, show, isOpen: () => opened };
  };
  return { kept, left, load };
}

/** A tab whose page has led to the sign-in. */
async function atSignIn() {
  const its = tab();
  const page = its.load();
  await vi.waitFor(() => expect(its.left).toHaveLength(1));
  return { ...its, page };
}

test('leads to the sign-in before the softphone is opened', async () => {
  const { left, page } = await atSignIn();
  expect(left[0]).toMatch(/^https:\/\/sign-in\.example\/oauth2\/authorize\?/);
  page.show(false);
  await Promise.resolve();
  expect(page.isOpen()).toBe(false);
});

test('where nothing came back it opens the softphone instead of leading there again', async () => {
  const { left, load } = await atSignIn();
  const signIn = await load().signIn;
  expect(left).toHaveLength(1);
  expect(signIn?.authorize('ana.silva')).toBe('signIn');
});

test('where the browser shows it again as it was left it goes on to the softphone', async () => {
  const { left, page } = await atSignIn();
  page.show(true);
  expect((await page.signIn)?.authorize('ana.silva')).toBe('signIn');
  expect(left).toHaveLength(1);
});

test('shown again, it knows of a sign-in that came back to another page of the tab', async () => {
  const { kept, page } = await atSignIn();
  const access = `e30.${btoa(JSON.stringify({ username: 'ana.silva' }))}.c2ln`;
  kept.set('sign-in.tokens', JSON.stringify({ access, endsAt: Date.now() + 3_600_000 }));
  page.show(true);
  expect((await page.signIn)?.authorize('ana.silva')).toEqual({ header: `Bearer ${access}` });
});

test('a refusal that came back leaves the softphone, and the next load asks again', async () => {
  const { kept, left, load } = await atSignIn();
  const { state } = JSON.parse(kept.get('sign-in.pending') ?? '{}') as { state: string };
  await load(`?${new URLSearchParams({ error: 'access_denied', state })}`).signIn;
  expect(left).toHaveLength(1);
  load();
  await vi.waitFor(() => expect(left).toHaveLength(2));
});
