import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test, vi } from 'vitest';
import { deployedOutputs } from '../../deploy/cli/testing/deployed-outputs.ts';
import { wfmFiles } from '../../model/wfm/files.ts';
import { describedStack, listedResources, noStack } from './stack-answers.ts';
import { type Answer, type Asked, typeCommand } from './type-command.ts';

/** Each starts a process or two, some of which start others: seconds on a busy machine. */
vi.setConfig({ testTimeout: 60_000 });

const contact = '9b5f0c1e-4d2a-4f57-9a3c-1f0e2d3c4b5a';
const remembered = { prod: { region: 'eu-west-2', parameters: { instanceId: 'i', ccpUrl: 'https://a' } } };
const json = (body: object): Answer => ({ type: 'application/json', body: JSON.stringify(body) });

/** A deployed stage whose functions have nothing to do. */
function deployed({ action }: Asked): Answer {
  if (action === 'DescribeStacks') return describedStack(deployedOutputs);
  if (action === 'ListStackResources') return listedResources();
  if (action.includes('/invocations')) return json({ documents: {}, failedRecords: 0, counts: {} });
  return json({ Groups: [{ GroupName: 'managers' }, { GroupName: 'lisbon-leads' }] });
}

test.each([
  ['replay', []],
  ['erase', ['--contact', contact]],
  ['users', ['groups', 'lee@example.com', '--group=managers', '--group=lisbon-leads']],
])('%s goes where the stage was deployed from this checkout', async (command, parameters) => {
  const typed = await typeCommand(command, [...parameters, '--stage', 'prod'], remembered, deployed);
  expect(typed).toMatchObject({ complained: '', exitCode: 0 });
  expect(typed.asked.length).toBeGreaterThan(1);
  expect(new Set(typed.asked.map(({ region }) => region))).toEqual(new Set(['eu-west-2']));
});

/** A deployed stage whose backfill answers this, one after the other. */
function backfilling(answers: object[]) {
  return (asked: Asked): Answer =>
    asked.action.includes('/invocations') ? json(answers.shift() ?? {}) : deployed(asked);
}

test('backfill goes on until all is done, and where it stops says how to go on', async () => {
  const parameters = ['--stage', 'prod', '--source', 'contact-records', '--prefix', 'ctr/'];
  const first = { objects: 2, records: 900, setAside: 1, after: 'ctr/b' };
  const last = { objects: 1, records: 100, setAside: 0 };
  const done = await typeCommand('backfill', parameters, remembered, backfilling([first, last]));
  expect(done).toMatchObject({ complained: '', exitCode: 0 });
  expect(done.said).toContain('3 objects, 1000 records, 1 set aside: done');

  const stopped = { ...first, stopped: 'The search service cannot be reached.' };
  const broken = await typeCommand('backfill', parameters, remembered, backfilling([stopped]));
  expect(broken.exitCode).toBe(1);
  expect(broken.complained).toContain('cannot be reached. Run this again with --after ctr/b.');
  const without = await typeCommand('backfill', ['--stage', 'prod'], remembered, deployed);
  expect(without).toMatchObject({ asked: [], exitCode: 1 });
});

test('wfm puts the parts of a day below each other, and leaves what was there where the day cannot be made', async () => {
  const out = await mkdtemp(join(tmpdir(), 'wfm-'));
  onTestFinished(() => rm(out, { recursive: true }));
  const piece = (text: string) => ({ rows: 1, gzip: gzipSync(text).toString('base64') });
  const part = (text: string, more: object) => ({
    files: Object.fromEntries(wfmFiles.map((file) => [file, piece(`${file} ${text}\r\n`)])),
    until: '2026-03-29T00:00:00.000Z',
    ...more,
  });
  const next = '2026-03-29T00:00:00.000Z';
  const parts = [part('first', { next }), part('last', {})];
  const making = (asked: Asked): Answer =>
    asked.action.includes('/invocations') ? json(parts.shift() ?? refusal) : deployed(asked);
  const refusal = { errorType: 'Error', errorMessage: 'Of 2025-01-01 not all is kept any more.' };
  const parameters = ['files', '--stage', 'prod', '--day', '2026-03-29', '--out', out];
  const done = await typeCommand('wfm', parameters, remembered, making);
  expect(done).toMatchObject({ complained: '', exitCode: 0 });
  expect(done.asked.at(-1)?.body).toBe(JSON.stringify({ day: '2026-03-29', from: next }));
  expect(done.said).toContain('queue-statistics-2026-03-29.csv  2 rows');
  const written = wfmFiles.map((file) => `${file}-2026-03-29.csv`).sort();
  expect((await readdir(out)).sort()).toEqual(written);
  const text = () => readFile(join(out, 'contacts-2026-03-29.csv'), 'utf8');
  expect(await text()).toBe('contacts first\r\ncontacts last\r\n');

  const failed = await typeCommand('wfm', parameters, remembered, making);
  expect(failed.exitCode).toBe(1);
  expect(await text()).toBe('contacts first\r\ncontacts last\r\n');
  const without = await typeCommand('wfm', ['files', '--stage', 'prod'], remembered, deployed);
  expect(without).toMatchObject({ asked: [], exitCode: 1 });
});

test('reconcile names each difference with its reason, and ends with 1 where one is not just on its way', async () => {
  const at = '2026-03-29T10:00:00.000Z';
  const counts = { records: 3, queued: 3, counted: 4, sent: 2, called: 3, deskPhones: 0, setAside: 0 };
  const its = (more: object) => ({ reason: 'notYet', contacts: 1, at, ...more });
  const found = (differences: readonly object[], totals: readonly object[]): object => ({
    ...{ day: '2026-03-29', zone: 'UTC', from: at, to: at, at, counts, moreSetAside: false },
    ...{ totals, differences },
  });
  const young = its({ kind: 'callWithoutRecord', contactId: 'c1', agent: 'ana.silva' });
  const counted = { queue: 'Sales', counted: 4, records: 1, contacts: 3 };
  const lost = its({ kind: 'countedWithoutRecord', reason: 'notReceived', ...counted });
  const answers = [
    found(
      [young, lost],
      [
        { kind: 'callWithoutRecord', total: 1 },
        { kind: 'countedWithoutRecord', total: 2 },
      ],
    ),
    found([young], [{ kind: 'callWithoutRecord', total: 1 }]),
  ];
  const parameters = ['--stage', 'prod', '--day', '2026-03-29'];
  const typed = await typeCommand('reconcile', parameters, remembered, backfilling(answers));
  expect(typed).toMatchObject({ complained: '', exitCode: 1 });
  expect(typed.asked.at(-1)?.body).toBe(JSON.stringify({ day: '2026-03-29' }));
  expect(typed.said).toContain(`${at}  c1  ana.silva  too early to say: it may still come`);
  expect(typed.said).toContain(
    `${at}  Sales  Amazon Connect counted 4, 1 have records; 3 of the difference: no record came`,
  );
  expect(typed.said).toContain('… and 1 more');
  const waiting = await typeCommand('reconcile', [...parameters, '--json'], remembered, backfilling(answers));
  expect(waiting.exitCode).toBe(0);
  expect(JSON.parse(waiting.said)).toMatchObject({ counts, differences: [young] });
  const without = await typeCommand('reconcile', ['--stage', 'prod'], remembered, deployed);
  expect(without).toMatchObject({ asked: [], exitCode: 1 });
});

test('wfm has a day sent again hour by hour, and says where it cannot be', async () => {
  const sent = (file: string) => ({ sent: [{ file, rows: 2, bytes: 99 }] });
  const next = '2026-03-29T00:00:00.000Z';
  const answers: object[] = [
    { ...sent('contacts-a.csv'), next },
    sent('contacts-b.csv'),
    sent('contacts-c.csv'),
  ];
  const refusal = { errorType: 'Error', errorMessage: 'The SFTP server has cut the connection.' };
  const sending = (asked: Asked): Answer =>
    asked.action.includes('/invocations') ? json(answers.shift() ?? refusal) : deployed(asked);
  const wfm = (...more: string[]) =>
    typeCommand('wfm', ['send', '--stage', 'prod', ...more], remembered, sending);
  const done = await wfm('--day', '2026-03-29');
  expect(done).toMatchObject({ complained: '', exitCode: 0 });
  expect(done.said).toContain('contacts-a.csv  2 rows, 99 bytes\ncontacts-b.csv');
  expect(done.asked.at(-1)?.body).toBe(JSON.stringify({ day: '2026-03-29', from: next }));
  const one = await wfm('--file', 'contacts-c.csv');
  expect(one.asked.at(-1)?.body).toBe(JSON.stringify({ file: 'contacts-c.csv' }));
  expect((await wfm('--day', '2026-03-29')).exitCode).toBe(1);
  for (const wrong of [[], ['--day', '2026-03-29', '--file', 'a.csv']]) {
    expect(await wfm(...wrong)).toMatchObject({ asked: [], exitCode: 1 });
  }
});

test('where a stage is that was never deployed from here must be said', async () => {
  const typed = await typeCommand('remove', ['--stage', 'prod', '--yes'], {}, deployed);
  expect(typed).toMatchObject({ asked: [], exitCode: 1 });
  expect(typed.complained).toContain('--region');
});

test.each([
  ['erase', ['--contact', 'Ana Silva', '--stage', 'prod'], 'is a UUID'],
  ['users', ['delete', 'lee@example.com', '--stage', 'prod'], 'There is no "delete"'],
])('%s asks nothing of AWS when what is typed is wrong', async (command, parameters, message) => {
  const typed = await typeCommand(command, parameters, remembered, deployed);
  expect(typed).toMatchObject({ asked: [], exitCode: 1 });
  expect(typed.complained).toContain(message);
});

test('where a stage is not is said', async () => {
  const typed = await typeCommand('replay', ['--stage', 'prod'], remembered, () => noStack);
  expect(typed.complained).toContain('There is no deployment prod in eu-west-2');
  expect(typed).toMatchObject({ exitCode: 1, remembered: ['prod.json'] });
});

test('a limit is not taken off unasked', async () => {
  const parameters = ['groups', 'lee@example.com', '--group', 'managers', '--stage', 'prod'];
  const refused = await typeCommand('users', parameters, remembered, deployed);
  expect(refused.complained).toMatch(/limited by lisbon-leads[\s\S]*--yes/);
  expect(refused.exitCode).toBe(1);
  const changes = (asked: readonly Asked[]) =>
    asked.filter(({ action }) => /GroupCommand|UserToGroup|UserFromGroup/.test(action));
  expect(changes(refused.asked)).toEqual([]);

  const meant = await typeCommand('users', [...parameters, '--yes'], remembered, deployed);
  expect(meant.exitCode).toBe(0);
  expect(changes(meant.asked).map(({ action }) => action)).toEqual([
    'AWSCognitoIdentityProviderService.AdminRemoveUserFromGroup',
  ]);
});

test('nothing is removed that could not be removed whole', async () => {
  const failed = ({ action }: Asked) =>
    action === 'DescribeStacks' ? describedStack({}) : listedResources();
  const parameters = ['--stage', 'prod', '--region', 'us-east-1', '--yes'];
  // What it remembers is of another region.
  const typed = await typeCommand('remove', parameters, remembered, failed);
  expect(typed.complained).toContain('Copy .deploy/prod.json');
  expect(typed.exitCode).toBe(1);
  expect(typed.asked.map(({ action }) => action)).toEqual([
    'DescribeStacks',
    'ListStackResources',
    'DescribeStacks',
  ]);
});

test('nothing is removed unasked', async () => {
  const typed = await typeCommand('remove', ['--stage', 'prod', '--region', 'us-east-1'], {}, deployed);
  expect(typed.complained).toMatch(/removes the deployment prod[\s\S]*--yes/);
  expect(typed.exitCode).toBe(1);
});

test('one region’s parameters are not deployed to another', async () => {
  const parameters = ['--stage', 'prod', '--region', 'us-east-1', '--yes'];
  const typed = await typeCommand('deploy', parameters, remembered, deployed);
  expect(typed).toMatchObject({ asked: [], exitCode: 1 });
  expect(typed.complained).toContain('to eu-west-2');
});

/** What a new checkout is told to deploy. */
const whole = [
  ...['--stage', 'prod', '--region', 'us-east-1', '--yes'],
  ...['--ccp-url', 'https://example.my.connect.aws/ccp-v2', '--instance-id', '0b1c2d3e'],
];

test('a stage that is there and not remembered is left as it is', async () => {
  const typed = await typeCommand('deploy', whole, {}, deployed);
  expect(typed.said).toContain('there already (UPDATE_COMPLETE)');
  expect(typed.complained).toContain('.deploy/prod.json');
  expect(typed).toMatchObject({ exitCode: 1, remembered: [] });
});

test('what cannot be deployed is not remembered', async () => {
  const daily = ['--fresh', '--param', 'indexRotation=daily'];
  const typed = await typeCommand('deploy', [...whole, ...daily], {}, deployed);
  expect(typed.complained).toMatch(/would need \d+ shards/);
  expect(typed).toMatchObject({ exitCode: 1, remembered: [] });
});
