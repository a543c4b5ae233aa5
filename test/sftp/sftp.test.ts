import ssh2 from 'ssh2';
import { expect, test } from 'vitest';
import { fingerprintOf } from '../../functions/clients/host-key.ts';
import { openSftp, type SftpCredentials } from '../../functions/clients/sftp.ts';
import type { SftpSettings } from '../../model/settings/sftp.ts';
import { password, startSftpHost, userKey } from './sftp-host.ts';

/** A file of more pieces than are on their way at once, and of no whole number of them. */
const large = Buffer.from('a row of the file\r\n'.repeat(60_000));
const inTime = () => Date.now() + 20_000;

async function put(
  settings: SftpSettings,
  content: Uint8Array,
  credentials: SftpCredentials = { password },
): Promise<void> {
  const folder = await openSftp(settings, credentials, inTime());
  try {
    await folder.put('contacts.csv', content);
  } finally {
    folder.close();
  }
}

test('a file is there whole, and a newer one takes its place', async () => {
  const { settings, files } = await startSftpHost();
  await put(settings, large);
  expect(await files()).toEqual({ 'contacts.csv': large.toString() });
  await put(settings, Buffer.from('newer'), { privateKey: userKey.private });
  expect(await files()).toEqual({ 'contacts.csv': 'newer' });
  await put(settings, new Uint8Array());
  expect(await files()).toEqual({ 'contacts.csv': '' });
});

test('a server that shows another key gets nothing, not even the password', async () => {
  const { settings, files, signIns } = await startSftpHost();
  const [known = ''] = settings.hostKeys;
  const blob = Buffer.from(known.split(' ')[1] ?? '', 'base64');
  const other = ssh2.utils.generateKeyPairSync('ed25519').public;
  const wrong = put({ ...settings, hostKeys: [other] }, large, { password: 'not to be seen' });
  await expect(wrong).rejects.toThrow(
    `shows a key that wfm.sftp.hostKeys does not have: ${fingerprintOf(blob)}`,
  );
  expect(await files()).toEqual({});
  expect(signIns()).toBe(0);
  await put({ ...settings, hostKeys: [other, fingerprintOf(blob)] }, large);
  expect(Object.keys(await files())).toEqual(['contacts.csv']);
});

test.each([
  ['a wrong password', { password: 'wrong' }, 'does not let the user in'],
  [
    'another key',
    { privateKey: ssh2.utils.generateKeyPairSync('ed25519').private },
    'does not let the user in',
  ],
  ['what is no key', { privateKey: 'none' }, 'private key cannot be read'],
])('%s is told', async (_, credentials, message) => {
  const { settings, files } = await startSftpHost();
  await expect(put(settings, large, credentials)).rejects.toMatchObject({
    kind: 'unavailable',
    message: expect.stringContaining(message),
  });
  expect(await files()).toEqual({});
});

test('a line that is cut in mid-file leaves the former file as it was, and the next try replaces it', async () => {
  const { settings, left, files } = await startSftpHost();
  await put(settings, Buffer.from('former'));
  left.writes = 5;
  await expect(put(settings, large)).rejects.toThrow('cut the connection');
  expect((await files())['contacts.csv']).toBe('former');
  left.writes = Number.POSITIVE_INFINITY;
  await put(settings, large);
  expect(await files()).toEqual({ 'contacts.csv': large.toString() });
});

test('a full disk leaves nothing behind', async () => {
  const { settings, left, files } = await startSftpHost();
  left.bytes = 100_000;
  await expect(put(settings, large)).rejects.toThrow('did not write: a failure, as when a disk is full (4)');
  expect(await files()).toEqual({});
});

test('a server that is down is told', async () => {
  const { settings, stop } = await startSftpHost();
  await stop();
  await expect(put(settings, large)).rejects.toThrow(`127.0.0.1:${settings.port} cannot be reached`);
});

test('a folder that is not there is told', async () => {
  const { settings } = await startSftpHost();
  await expect(put({ ...settings, directory: '/inbox' }, large)).rejects.toThrow('there is no such folder');
});

test('at the deadline it is over', async () => {
  const { settings, files } = await startSftpHost();
  await expect(openSftp(settings, { password }, Date.now())).rejects.toThrow('cut the connection');
  expect(await files()).toEqual({});
});
