import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { inject } from 'vitest';
import { bucketObjects, type Found, logLines, queuedMessages } from './harness/aws.ts';
import { signIn } from './harness/manager.ts';
import { callWhen, everyDocument, findWhen } from './harness/search.ts';
import { simulator, untilSignedIn, untilTalked } from './harness/simulator.ts';
import { openSoftphone } from './harness/softphone.ts';
import { runningStack } from './harness/stack.ts';
import { test } from './harness/visitor.ts';

/** The simulated customers' numbers begin so. */
const phoneNumbers = '+447700900';

async function logFiles(): Promise<Found[]> {
  const folder = inject('logsFolder');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.log'));
  return Promise.all(
    names.map(async (name) => ({
      where: `log file ${name}`,
      text: await readFile(join(folder, name), 'utf8'),
    })),
  );
}

function placesOf(literal: string, found: readonly Found[]): string[] {
  return found.filter(({ text }) => text.includes(literal)).map(({ where }) => where);
}

/** The agent says what is wrong with the call that goes on. */
async function reportChoppy(page: Page, words: string): Promise<void> {
  const report = page.getByTestId('problem');
  await report.getByText('Report a problem').click();
  await report.getByRole('button', { name: 'Choppy' }).click();
  await report.getByRole('textbox').fill(words);
  await report.getByRole('button', { name: 'Add' }).click();
}

/** What the manager's page makes of a contact for Amazon support, file by file. */
async function supportBundle(page: Page, contactId: string): Promise<Found[]> {
  await page.goto(new URL(`/calls/${contactId}`, runningStack().dashboardsUrl).href);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Support bundle' }).click();
  const files = unzipSync(await buffer(await (await saved).createReadStream()));
  return Object.entries(files).map(([name, bytes]) => ({ where: `bundle ${name}`, text: strFromU8(bytes) }));
}

const byName = (files: readonly Found[]) => new Map(files.map(({ where, text }) => [where, text]));

function logOf(contactId: string): Promise<unknown[]> {
  return findWhen('its log', 'softphone-call-logs-*', [{ term: { contactId } }], ({ length }) => length > 0);
}

test('what Connect hands to the softphone is nowhere else, in no support bundle either', async ({
  visit,
  expect,
}) => {
  const softphone = await openSoftphone(visit, 'beatriz.goncalves');
  const contactId = await simulator.ring({ agent: softphone.agent });
  await untilTalked(contactId, 32);
  await reportChoppy(softphone.page, `Like a robot, from ${phoneNumbers}123`);
  await logOf(contactId);
  await softphone.page.reload();
  await simulator.hangUp(contactId);
  await untilSignedIn(softphone.agent);
  const failed = await simulator.ring({ agent: softphone.agent, fail: 'ice' });
  await callWhen('the failed call', failed, ({ setupFailed }) => setupFailed === true);
  await logOf(failed);
  await callWhen('the call', contactId, ({ endedAt }) => endedAt !== undefined);
  const { page } = await signIn(visit);
  const bundles = [await supportBundle(page, contactId), await supportBundle(page, failed)] as const;

  const bodies = softphone.sent.map(({ path, body }) => ({ where: `request ${path}`, text: body }));
  const documents = await everyDocument();
  const logs = await logLines();
  const found = [
    ...bundles.flat(),
    ...bodies,
    ...documents,
    ...logs,
    ...(await queuedMessages()),
    ...(await bucketObjects()),
    ...(await logFiles()),
  ];
  const [ofCall, ofFailed] = bundles.map(byName);
  // The bundles hold what they are for.
  for (const its of [ofCall, ofFailed]) {
    expect(its?.get('bundle summary.txt')).toMatch(new RegExp(`Agent .user name.: +${softphone.agent}`));
    expect(its?.get('bundle ccp-log.txt')).toMatch(
      /\[INFO\] \[softphone\]: Softphone call detected: contactId \[id /,
    );
  }
  expect(ofCall?.get('bundle summary.txt')).toMatch(
    /reported: +choppy[\s\S]* words: +Like a robot, from \[number\]/,
  );
  expect(ofCall?.get('bundle timeline.csv')?.split('\r\n').length).toBeGreaterThan(25);
  expect(ofFailed?.get('bundle report.json')).toContain('"iceCollection"');
  expect(ofFailed?.get('bundle ccp-log.txt')).toContain('ice_collection_timeout');
  // The search can find: what must be there is found.
  expect(placesOf(contactId, bodies).length).toBeGreaterThan(0);
  expect(placesOf(contactId, documents).length).toBeGreaterThan(0);
  expect(placesOf('softphone-stats', logs).length).toBeGreaterThan(0);

  const secrets = await simulator.secrets();
  expect(secrets.length).toBeGreaterThan(10);
  for (const secret of [...secrets, phoneNumbers]) expect(placesOf(secret, found), secret).toEqual([]);
});
