import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, expect, test } from 'vitest';
import { uploadSite } from './upload-site.ts';

const folder = mkdtempSync(join(tmpdir(), 'upload-'));
afterAll(() => rmSync(folder, { recursive: true }));
mkdirSync(join(folder, 'assets'));
writeFileSync(join(folder, 'index.html'), '<title>page</title>');
writeFileSync(join(folder, 'assets', 'index-1a2b.js'), '1');
const library = {
  path: 'assets/connect-rtc-1a2b.js',
  body: new TextEncoder().encode('2'),
  settings: { script: 'assets/connect-rtc-1a2b.js', integrity: 'sha256-1', use: 'always' },
} as const;

/** What is put, in order. */
async function uploaded(...its: [] | [typeof library]) {
  const puts: PutObjectCommand['input'][] = [];
  const s3 = { send: async ({ input }: PutObjectCommand) => void puts.push(input) };
  await uploadSite(s3 as unknown as S3Client, 'bucket', folder, { stage: 'prod' }, ...its);
  return puts;
}

test('a site is its settings, its assets and at last its page', async () => {
  const puts = await uploaded();
  expect(puts.map(({ Key }) => Key)).toEqual(['settings.json', 'assets/index-1a2b.js', 'index.html']);
  expect(puts[0]?.Body).toBe('{"stage":"prod"}');
});

test('a library is there before the settings that name it', async () => {
  const [first, second] = await uploaded(library);
  expect(first).toMatchObject({ Key: library.path, Body: library.body });
  expect(first?.ContentType).toMatch(/^text\/javascript/);
  expect(first?.CacheControl).toMatch(/immutable/);
  expect(second?.Key).toBe('settings.json');
  expect(JSON.parse(String(second?.Body))).toEqual({ stage: 'prod', pageSoftphone: library.settings });
});
