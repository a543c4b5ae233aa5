import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { openSftp } from '../../functions/clients/sftp.ts';
import { sendDayAgain, sendFileAgain } from '../../functions/deliver/send-again.ts';
import { wfmFiles, wfmHeaders } from '../../model/wfm/files.ts';
import { goldenDay, goldenEvents, goldenRecords, goldenSettings } from '../wfm/golden-day.ts';
import { goldenFiles } from '../wfm/golden-files.ts';
import { startDelivery } from './delivery-stand.ts';
import { end, goldenDelivery, halfAnHour, notes, received, type Stand } from './golden-delivery.ts';
import { password } from './sftp-host.ts';

/** That every file at the receiver is one that was made, whole. */
async function expectWhole(stand: Stand, whole: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(await stand.host.files())) {
    if (!name.endsWith('.part')) expect(text).toBe(whole[name]);
  }
}

test('the golden day arrives hour by hour as it was worked out by hand, and it is noted what was sent', async () => {
  const stand = await goldenDelivery();
  await stand.collect(goldenRecords, goldenEvents);
  expect(await stand.run()).toMatchObject({ left: 0, reasons: [] });
  expect(await received(stand)).toEqual(goldenFiles());
  expect(stand.queue.waiting()).toBe(0);
  const files = await stand.host.files();
  const days = ['2026-03-28', goldenDay, '2026-03-30'];
  const sent = (await Promise.all(days.map((day) => notes(stand, day)))).flat();
  expect(sent.map(({ file }) => file).sort()).toEqual(Object.keys(files));
  for (const { file, bytes, sha256, rows } of sent) {
    const text = files[file] ?? '';
    expect(bytes).toBe(Buffer.byteLength(text));
    expect(sha256).toBe(createHash('sha256').update(text).digest('hex'));
    expect(rows).toBe(text.split('\r\n').length - 2);
  }
  const contacts = sent.flatMap((its) => its.contacts ?? []);
  expect(contacts).toHaveLength(new Set(goldenRecords.map(({ ContactId }) => ContactId)).size);
  expect(contacts.map(({ lastUpdateTimestamp }) => lastUpdateTimestamp)).toContain(
    '2026-03-30T09:00:00.000Z',
  );
});

test('nothing of a customer is in the bucket, and nothing of a file', async () => {
  const stand = await goldenDelivery();
  await stand.collect(goldenRecords, goldenEvents);
  await stand.run();
  const texts = (await stand.bucket.list('')).map(stand.bucket.text);
  expect(texts.join()).not.toMatch(/\+44|Jones|gold\b|4711|interval_start/);
});

test('what was sent is not sent again, and of what comes late the whole hour is', async () => {
  const stand = await goldenDelivery();
  await stand.collect(goldenRecords, goldenEvents);
  await stand.run();
  const before = stand.uploads.splice(0).length;
  expect(before).toBeGreaterThan(20);
  stand.clock.now += 60_000;
  expect(await stand.run()).toMatchObject({ sent: [], left: 0 });
  const late = { ...goldenRecords[2], LastUpdateTimestamp: '2026-03-30T12:02:00Z', DisconnectReason: 'API' };
  await stand.collect([late], []);
  expect(await stand.run()).toMatchObject({ left: 0 });
  expect(stand.uploads).toEqual(['contacts-20260329T000000Z.csv']);
  expect((await stand.host.files())['contacts-20260329T000000Z.csv']).toContain('"API"');
});

test('an hour is sent when one of its quarters is over, with nothing in it too, and again with the next', async () => {
  const stand = await startDelivery('2026-03-29T10:14:00Z', { outputs: { contacts: false } });
  const lines = async () =>
    (await stand.host.files())['queue-statistics-20260329T100000Z.csv']?.split('\r\n').length;
  await stand.run();
  expect(await lines()).toBeUndefined();
  expect((await stand.host.files())['agent-performance-20260329T090000Z.csv']).toContain(
    wfmHeaders['agent-performance'].join('","'),
  );
  await stand.collect(
    goldenRecords.filter(({ InitiationTimestamp: at }) => at === '2026-03-29T11:05:00Z'),
    [],
  );
  stand.clock.now = Date.parse('2026-03-29T11:14:00Z');
  expect(await stand.run()).toMatchObject({ left: 1, reasons: [] });
  stand.clock.now = Date.parse('2026-03-29T11:30:00Z');
  expect(await stand.run()).toMatchObject({ left: 0 });
  expect(await lines()).toBe(2);
  expect(Object.keys(await stand.host.files()).filter((name) => name.startsWith('contacts'))).toEqual([]);
});

test('a message stays until its contacts are stored: no file is taken for whole without them', async () => {
  const stand = await goldenDelivery();
  await stand.keep(goldenRecords);
  expect(await stand.run()).toMatchObject({ left: 1 });
  stand.clock.now += halfAnHour;
  await stand.store(goldenRecords);
  expect(await stand.run()).toMatchObject({ left: 0 });
  const golden = goldenFiles();
  expect(await received(stand)).toMatchObject({
    contacts: golden.contacts,
    'queue-statistics': golden['queue-statistics'],
  });
});

test('of two who send at once, the newer file is the last', async () => {
  const stand = await goldenDelivery();
  const [first, ...others] = goldenRecords;
  if (!first) throw new Error('The golden day is empty');
  await stand.collect([first], []);
  const { replace } = stand.bucket;
  let isOther = false;
  stand.deps.bucket.replace = async (...given) => {
    if (!isOther) {
      // While this one's file is on its way, more comes, and the other one sends it.
      isOther = true;
      await stand.collect(others, goldenEvents);
      await stand.run();
    }
    return replace(...given);
  };
  await stand.run();
  expect(await received(stand)).toEqual(goldenFiles());
});

test('a message that cannot be removed comes again, and has nothing sent twice', async () => {
  const stand = await goldenDelivery();
  await stand.collect(goldenRecords, goldenEvents);
  const { remove } = stand.queue;
  stand.deps.inbox.remove = async () => {
    throw new Error('The queue cannot be reached');
  };
  await stand.run();
  stand.deps.inbox.remove = remove;
  stand.clock.now += halfAnHour;
  stand.uploads.splice(0);
  expect(await stand.run()).toMatchObject({ left: 0 });
  expect(stand.queue.waiting()).toBe(0);
  expect(stand.uploads.filter((name) => name.includes('20260329T'))).toEqual([]);
});

/** What can go wrong, and what is mended before the next run. */
const troubles: Readonly<
  Record<string, { begin: (stand: Stand) => void; mend: (stand: Stand) => Promise<unknown>; says: string }>
> = {
  'the line is cut in mid-file': {
    begin: ({ host }) => Object.assign(host.left, { writes: 7 }),
    mend: async ({ host }) => Object.assign(host.left, { writes: Number.POSITIVE_INFINITY }),
    says: 'has cut the connection',
  },
  'the disk is full': {
    begin: ({ host }) => Object.assign(host.left, { bytes: 3000 }),
    mend: async ({ host }) => Object.assign(host.left, { bytes: Number.POSITIVE_INFINITY }),
    says: 'a disk is full',
  },
  'the password is wrong': {
    begin: ({ signIn }) => Object.assign(signIn, { credentials: { password: 'wrong' } }),
    mend: async ({ signIn }) => Object.assign(signIn, { credentials: { password } }),
    says: 'does not let the user in',
  },
  'the server is down': {
    begin: ({ host }) => void host.stop(),
    mend: ({ host }) => host.start(),
    says: 'cannot be reached',
  },
};

test.each(Object.entries(troubles))(
  '%s for an hour: afterwards each file is there once, whole, none half',
  async (_, trouble) => {
    const reference = await goldenDelivery();
    await reference.collect(goldenRecords, goldenEvents);
    await reference.run();
    const whole = await reference.host.files();

    const stand = await goldenDelivery();
    await stand.collect(goldenRecords, goldenEvents);
    trouble.begin(stand);
    for (const _try of [1, 2]) {
      const { left, reasons } = await stand.run();
      expect(left).toBeGreaterThan(0);
      expect(reasons.join()).toContain(trouble.says);
      await expectWhole(stand, whole);
      stand.clock.now += halfAnHour;
    }
    expect(stand.queue.givenUp).toEqual([]);
    await trouble.mend(stand);
    expect(await stand.run()).toMatchObject({ left: 0, reasons: [] });
    await expectWhole(stand, { ...(await stand.host.files()), ...whole });
    expect(Object.keys(await stand.host.files())).toEqual(expect.arrayContaining(Object.keys(whole)));
    expect(Object.keys(await stand.host.files()).filter((name) => name.endsWith('.part'))).toEqual([]);
    expect(await received(stand)).toEqual(goldenFiles());
    expect(stand.queue.waiting()).toBe(0);
    // Whatever was on its way twice: each name was finished once.
    expect(new Set(stand.uploads).size).toBe(stand.uploads.length);
  },
);

test('what fails again and again is given up after so many tries, for an alarm to tell', async () => {
  const stand = await startDelivery(end, { ...goldenSettings, tries: 3 });
  await stand.collect(goldenRecords, goldenEvents);
  await stand.host.stop();
  for (const _try of [1, 2, 3, 4]) {
    await stand.run();
    stand.clock.now += halfAnHour;
  }
  expect(stand.queue.givenUp.join()).toContain('contact-records');
});

test('a day and a file are made and sent again when somebody asks', async () => {
  const stand = await goldenDelivery();
  await stand.collect(goldenRecords, goldenEvents);
  const folder = await openSftp(stand.host.settings, { password }, Date.now() + 30_000);
  const deps = {
    ...stand.deps,
    config: { ...stand.deps.config, wfm: stand.deps.wfm, retentionDaysByKind: {} },
    put: folder.put,
  };
  const sent: string[] = [];
  for (let from: string | undefined, isDone = false; !isDone; ) {
    const part = await sendDayAgain(goldenDay, from, deps);
    sent.push(...part.sent.map(({ file }) => file));
    from = part.next;
    isDone = from === undefined;
  }
  // A day of 23 hours.
  expect(sent).toHaveLength(23 * wfmFiles.length);
  expect(await received(stand)).toEqual(goldenFiles());
  const name = 'queue-statistics-20260329T000000Z.csv';
  expect(await sendFileAgain(name, deps)).toMatchObject({ sent: [{ file: name, rows: 1 }] });
  await expect(sendFileAgain('queue-statistics-2026-03-29.csv', deps)).rejects.toThrow(
    'No file and no report is called so',
  );
  await expect(sendDayAgain('2025-03-29', undefined, deps)).rejects.toThrow('the retention is');
  folder.close();
});
