import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { test } from '../e2e/harness/visitor.ts';
import { type BuiltPages, builtPages } from './built-pages.ts';
import { anotherCall, recordedFrames } from './frames.ts';
import { ScriptedPage } from './scripted-page.ts';

type Monitored = {
  monitor: {
    stop(): Promise<void>;
    reportProblem(contactId: string, said: object): void;
    readonly state: { readonly call?: { readonly contactId: string; readonly symptoms: readonly string[] } };
  };
  told: string[];
};
type InPage = typeof globalThis & Monitored;

const { startedAt, frames } = recordedFrames();
let pages: BuiltPages;
beforeAll(async () => {
  pages = await builtPages();
});
afterAll(() => pages?.remove());

const openBare = (context: BrowserContext) =>
  ScriptedPage.open(context, pages.theirs, startedAt, 'bare.html');

/** Locks that the origin holds or waits for. */
const locks = (page: Page) =>
  page.evaluate(async () => {
    const { held = [], pending = [] } = await navigator.locks.query();
    return [...held, ...pending].map(({ name }) => name);
  });

test('warnings come and go, and what the agent says is sent', async ({ visit }) => {
  const { context } = await visit('ana.silva');
  const scripted = await openBare(context);
  await scripted.play(frames);
  const { page } = scripted;
  const told = await page.evaluate(() => (globalThis as InPage).told);
  expect(told).toContain('lossToAgent true');
  expect(told.at(-1)).toMatch(/ false$/);
  await page.evaluate(() => {
    const { monitor } = globalThis as InPage;
    monitor.reportProblem(monitor.state.call?.contactId ?? '', { symptom: 'choppy' });
  });
  await scripted.settled();
  expect(scripted.posted.at(-1)?.body).toContain('"problem":{"symptoms":[{"symptom":"choppy"');
});

test('a monitor that is stopped holds nothing, hears nothing, and keeps what it has not sent', async ({
  visit,
}) => {
  const { context } = await visit('ana.silva');
  const scripted = await openBare(context);
  await scripted.play(frames.slice(0, Math.ceil(frames.length / 2)));
  const { page } = scripted;
  expect(await locks(page)).toEqual(expect.arrayContaining(['softphone-page', 'softphone-sender']));
  await page.evaluate(() => (globalThis as InPage).monitor.stop());
  expect(await locks(page)).toEqual([]);
  const before = scripted.posted.length;
  await scripted.play(anotherCall(frames, crypto.randomUUID(), 120_000));
  await scripted.until(600_000);
  expect(scripted.posted).toHaveLength(before);
  // The browser deletes a database at once only where nobody has it open.
  const deleted = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const request = indexedDB.deleteDatabase('softphone-outbox');
        request.onsuccess = () => resolve('deleted');
        request.onblocked = () => resolve('held open');
      }),
  );
  expect(deleted).toBe('deleted');
});
