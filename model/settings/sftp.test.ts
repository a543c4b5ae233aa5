import { expect, test } from 'vitest';
import { sftpSettings } from './sftp.ts';

const ed25519 = `ssh-ed25519 ${'A'.repeat(68)}`;
const given = { host: 'sftp.example.com', user: 'centre', hostKeys: [ed25519] };

test('a server needs its host, a user and a known key', () => {
  expect(sftpSettings.parse(given)).toEqual({ ...given, port: 22, directory: '.' });
  const fingerprint = `SHA256:${'b'.repeat(43)}`;
  expect(sftpSettings.parse({ ...given, hostKeys: [` ${fingerprint}\n`] }).hostKeys).toEqual([fingerprint]);
});

test('who leaves the key out is told what is missing', () => {
  const { error } = sftpSettings.safeParse({ ...given, hostKeys: undefined });
  expect(error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
    ['hostKeys', expect.stringContaining('must have the server’s key')],
  ]);
});

test.each([
  { hostKeys: undefined },
  { hostKeys: [] },
  { hostKeys: ['any'] },
  { hostKeys: [`sftp.example.com ${ed25519}`] },
  { hostKeys: ['MD5:16:27:ac:a5:76:28:2d:36:63:1b:56:4d:eb:df:a6:48'] },
  { host: 'sftp://sftp.example.com' },
  { host: '' },
  { port: 0 },
  { user: 'a b' },
  { directory: '../others' },
  { directory: 'in\nbox' },
  { password: 'a secret is no setting' },
])('%j is refused', (fault) => {
  expect(sftpSettings.safeParse({ ...given, ...fault }).success).toBe(false);
});
