import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inject } from 'vitest';
import { bucketObjects, type Found, logLines, queuedMessages } from './harness/aws.ts';
import { callWhen, everyDocument } from './harness/search.ts';
import { simulator, untilSignedIn, untilTalked } from './harness/simulator.ts';
import { openSoftphone } from './harness/softphone.ts';
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

test('what Connect hands to the softphone is nowhere else', async ({ visit, expect }) => {
  const softphone = await openSoftphone(visit, 'beatriz.goncalves');
  const contactId = await simulator.ring({ agent: softphone.agent });
  await untilTalked(contactId, 32);
  await softphone.page.reload();
  await simulator.hangUp(contactId);
  await untilSignedIn(softphone.agent);
  const failed = await simulator.ring({ agent: softphone.agent, fail: 'ice' });
  await callWhen('the failed call', failed, ({ setupFailed }) => setupFailed === true);
  await callWhen('the call', contactId, ({ endedAt }) => endedAt !== undefined);

  const bodies = softphone.sent.map(({ path, body }) => ({ where: `request ${path}`, text: body }));
  const documents = await everyDocument();
  const logs = await logLines();
  const found = [
    ...bodies,
    ...documents,
    ...logs,
    ...(await queuedMessages()),
    ...(await bucketObjects()),
    ...(await logFiles()),
  ];
  // The search can find: what must be there is found.
  expect(placesOf(contactId, bodies).length).toBeGreaterThan(0);
  expect(placesOf(contactId, documents).length).toBeGreaterThan(0);
  expect(placesOf('softphone-stats', logs).length).toBeGreaterThan(0);

  const secrets = await simulator.secrets();
  expect(secrets.length).toBeGreaterThan(10);
  for (const secret of [...secrets, phoneNumbers]) expect(placesOf(secret, found), secret).toEqual([]);
});
