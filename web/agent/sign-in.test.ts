import { expect, test } from 'vitest';
import { AgentSignIn } from './sign-in.ts';

const settings = {
  url: 'https://sign-in.example',
  clientId: 'client-1',
  issuer: 'https://cognito-idp.eu-central-1.amazonaws.com/pool-1',
};
const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
const jwt = (claims: object) => `${encode({ alg: 'RS256' })}.${encode(claims)}.c2ln`;
const hour = 3_600_000;

/** A browser tab, and sign-in pages that give tokens of this user, or fail. */
function tab(username = 'ana.silva', inIdToken = {}) {
  const kept = new Map<string, string>();
  const asked: Record<string, string>[] = [];
  const at = { now: Date.now(), answers: 'tokens' as 'tokens' | 'refusal' | 'nothing' };
  const answer = (status: number, body: object) =>
    new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
  const deps = {
    storage: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    },
    fetch: async (_: unknown, init?: RequestInit) => {
      const body = Object.fromEntries(new URLSearchParams(String(init?.body)));
      asked.push(body);
      if (at.answers === 'nothing') throw new TypeError('Failed to fetch');
      if (at.answers === 'refusal') return answer(400, { error: 'invalid_grant' });
      const seconds = Math.floor(Date.now() / 1000);
      const id = { iss: settings.issuer, aud: settings.clientId, sub: 's', iat: seconds, exp: seconds + 600 };
      return answer(200, {
        access_token: jwt({ username, token_use: 'access', n: asked.length }),
        id_token: jwt({ ...id, ...inIdToken }),
        token_type: 'Bearer',
        expires_in: 3600,
        ...(body.grant_type === 'authorization_code' ? { refresh_token: 'refresh-1' } : {}),
      });
    },
    now: () => at.now,
    redirectUri: 'https://softphone.example/',
  };
  return { at, asked, kept, make: () => new AgentSignIn(settings, deps) };
}

async function signedIn(its = tab()) {
  const signIn = its.make();
  const url = new URL(await signIn.begin(false));
  const state = url.searchParams.get('state') ?? '';
  expect(await signIn.finish(new URLSearchParams({ code: 'code-1', state }))).toBe(true);
  return { ...its, signIn, url };
}

test('asks with a code and PKCE, and exchanges it with the secret that only this tab knows', async () => {
  const { url, asked, signIn, kept } = await signedIn();
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    response_type: 'code',
    client_id: 'client-1',
    code_challenge_method: 'S256',
    redirect_uri: 'https://softphone.example/',
  });
  expect(asked).toMatchObject([{ grant_type: 'authorization_code', code: 'code-1' }]);
  const { code_verifier: verifier = '' } = asked[0] ?? {};
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  expect(url.searchParams.get('code_challenge')).toBe(Buffer.from(digest).toString('base64url'));
  expect(url.href).not.toContain(verifier);
  expect(signIn.authorize('ana.silva')).toEqual({ header: expect.stringMatching(/^Bearer ey/) });
  expect([...kept.keys()]).toEqual(['sign-in.tokens']);
});

test('stays signed in when the tab is loaded again', async () => {
  const { make } = await signedIn();
  expect(make().isSignedIn).toBe(true);
});

test.each([
  ['an answer that this tab did not ask for', { code: 'x', state: 'page.forged' }],
  ['an answer without state', { code: 'x' }],
])('takes nothing from %s', async (_, answer) => {
  const its = tab();
  const signIn = its.make();
  await signIn.begin(false);
  expect(await signIn.finish(new URLSearchParams(answer as Record<string, string>))).toBe(false);
  expect(its.asked).toEqual([]);
});

test('a refusal of the sign-in pages leaves it signed out', async () => {
  const its = tab();
  const signIn = its.make();
  const state = new URL(await signIn.begin(false)).searchParams.get('state') ?? '';
  expect(await signIn.finish(new URLSearchParams({ error: 'access_denied', state }))).toBe(false);
  expect(signIn.authorize('ana.silva')).toBe('signIn');
});

test('of another agent’s message it says so', async () => {
  const { signIn } = await signedIn();
  expect(signIn.authorize('rui.martins')).toBe('another');
  const federated = await signedIn(tab('agents_Ana.Silva'));
  expect(federated.signIn.authorize('ana.silva')).toEqual({ header: expect.any(String) });
});

test('renews the token before it ends, once for all who ask, and keeps what it renews with', async () => {
  const { signIn, asked, at } = await signedIn();
  at.now += hour - 60_000;
  const both = await Promise.all([signIn.authorize('ana.silva'), signIn.authorize('ana.silva')]);
  expect(both[0]).toEqual(both[1]);
  expect(asked.slice(1)).toMatchObject([{ grant_type: 'refresh_token', refresh_token: 'refresh-1' }]);
  at.now += hour;
  await signIn.authorize('ana.silva');
  expect(asked).toHaveLength(3);
});

test('is signed in, and renews, where an ID token comes with a nonce that nobody asked for', async () => {
  const { signIn, asked, at } = await signedIn(tab('agents_Ana.Silva', { nonce: 'cognitos-own' }));
  at.now += hour;
  expect(await signIn.authorize('ana.silva')).toEqual({ header: expect.any(String) });
  expect(asked).toHaveLength(2);
  expect(signIn.isSignedIn).toBe(true);
});

test('is pending until the sign-in pages have led back, whatever with', async () => {
  const its = tab();
  expect(its.make().isPending).toBe(false);
  const state = new URL(await its.make().begin(false)).searchParams.get('state') ?? '';
  expect(its.make().isPending).toBe(true);
  await its.make().finish(new URLSearchParams({ error: 'access_denied', state }));
  expect(its.make().isPending).toBe(false);
});

test('is signed out when the renewal is refused, and asked again when it is only out of reach', async () => {
  const { signIn, at } = await signedIn();
  at.now += 2 * hour;
  at.answers = 'nothing';
  await signIn.authorize('ana.silva');
  expect(signIn.isSignedIn).toBe(true);
  at.answers = 'tokens';
  expect(await signIn.authorize('ana.silva')).toEqual({ header: expect.any(String) });
  at.now += 2 * hour;
  at.answers = 'refusal';
  expect(await signIn.authorize('ana.silva')).toBe('signIn');
  expect(signIn.isSignedIn).toBe(false);
});

test('a token that the server refused is renewed before it is used again', async () => {
  const { signIn, asked } = await signedIn();
  signIn.refused();
  await signIn.authorize('ana.silva');
  expect(asked).toHaveLength(2);
});
