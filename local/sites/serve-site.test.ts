import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveSite } from './serve-site.ts';

const folder = mkdtempSync(join(tmpdir(), 'site-'));
const port = 20_000 + (process.pid % 10_000);
const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
let settings = { stage: 'first' };
let published: { path: string; body: Uint8Array<ArrayBuffer> } | undefined;
let close: () => Promise<void>;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<title>page</title>');
  writeFileSync(join(folder, 'assets', 'index-1a2b.js'), '1');
  close = await serveSite({
    port,
    folder,
    headers: () => ({ 'Content-Security-Policy': "default-src 'none'" }),
    settings: () => settings,
    published: () => published,
    fallback: 'index.html',
  });
});
afterAll(async () => {
  await close();
  rmSync(folder, { recursive: true });
});

test.each(['/', '/index.html', '/calls', '/calls/12/ana.silva'])(
  '%s is the page, with the deployed headers',
  async (path) => {
    const response = await get(path);
    expect(await response.text()).toBe('<title>page</title>');
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'");
    expect(response.headers.get('cache-control')).toBe('no-cache');
  },
);

test('an asset never changes', async () => {
  const response = await get('/assets/index-1a2b.js');
  expect(response.headers.get('cache-control')).toMatch(/immutable/);
});

test('settings are those of the moment', async () => {
  settings = { stage: 'second' };
  expect(await (await get('/settings.json')).json()).toEqual({ stage: 'second' });
});

test('what is published beside is a script that never changes, from when it is there', async () => {
  expect((await get('/assets/connect-rtc-1a2b.js')).status).toBe(404);
  published = { path: 'assets/connect-rtc-1a2b.js', body: new TextEncoder().encode('2') };
  const response = await get('/assets/connect-rtc-1a2b.js');
  expect(await response.text()).toBe('2');
  expect(response.headers.get('content-type')).toMatch(/^text\/javascript/);
  expect(response.headers.get('cache-control')).toMatch(/immutable/);
});

test('a missing file is not the page, and nothing outside the folder is served', async () => {
  expect((await get('/assets/nope.js')).status).toBe(404);
  for (const path of ['/..%2f..%2fetc%2fpasswd', '/assets/..%2f..%2f..%2fetc%2fpasswd']) {
    expect(await (await get(path)).text()).not.toContain('root:');
  }
});
