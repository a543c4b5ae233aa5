import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { fetchRtcLibrary, pinnedRelease } from './rtc-library.ts';

const folder = mkdtempSync(join(tmpdir(), 'library-'));
afterAll(() => rmSync(folder, { recursive: true }));
const source = join(folder, 'rtc.js');
const script = 'connect.RTCSession = class {};';
writeFileSync(source, script);
const sha256 = createHash('sha256').update(script).digest('hex');

test('what has the hash is published under a name of its own, with what browsers compare it with', async () => {
  const { path, body, settings } = await fetchRtcLibrary({ use: 'always', source, sha256 });
  expect(Buffer.from(body).toString()).toBe(script);
  expect(path).toBe(`assets/connect-rtc-${sha256.slice(0, 16)}.js`);
  const integrity = `sha256-${createHash('sha256').update(script).digest('base64')}`;
  expect(settings).toEqual({ script: path, integrity, use: 'always' });
});

test('what has another hash is not, and the error says both', async () => {
  const wanted = fetchRtcLibrary({ use: 'onRequest', source, sha256: pinnedRelease.sha256 });
  await expect(wanted).rejects.toThrow(new RegExp(`${sha256}.*${pinnedRelease.sha256}.*rtcLibrarySha256`));
});

test('what cannot be read is named, with what to do instead', async () => {
  const missing = fetchRtcLibrary({ use: 'always', source: join(folder, 'none.js'), sha256 });
  await expect(missing).rejects.toThrow(/none\.js cannot be read.*softphone=framed/);
});

test('the pinned release is of one commit, and has a hash', () => {
  expect(pinnedRelease.source).toMatch(
    /^https:\/\/raw\.githubusercontent\.com\/aws\/connect-rtc-js\/[0-9a-f]{40}\//,
  );
  expect(pinnedRelease.sha256).toMatch(/^[0-9a-f]{64}$/);
});
