import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ssh2 from 'ssh2';
import { onTestFinished } from 'vitest';
import { serveSftp } from '../../local/sftp/serve-sftp.ts';
import type { SftpSettings } from '../../model/settings/sftp.ts';

export const password = 'correct horse';
const hostKey = ssh2.utils.generateKeyPairSync('ed25519');
export const userKey = ssh2.utils.generateKeyPairSync('ed25519');

/** A server with its own disk, which can be made to fail; it ends with the test. */
export async function startSftpHost() {
  const folder = await mkdtemp(join(tmpdir(), 'sftp-'));
  /** How many more bytes the disk takes, and how many more writes the line lasts. */
  const left = { bytes: Number.POSITIVE_INFINITY, writes: Number.POSITIVE_INFINITY };
  let signIns = 0;
  let running: Awaited<ReturnType<typeof serveSftp>> | undefined;
  const start = async (port = 0) => {
    running = await serveSftp({
      user: 'wfm',
      password,
      publicKey: userKey.public,
      hostKey: hostKey.private,
      port,
      onSignIn: () => {
        signIns += 1;
      },
      disk: {
        folder,
        hasRoom: (bytes) => {
          left.bytes -= bytes;
          return left.bytes >= 0;
        },
        onWrite: () => {
          left.writes -= 1;
          if (left.writes < 0) running?.cut();
        },
      },
    });
    return running.port;
  };
  const stop = async () => {
    await running?.stop();
    running = undefined;
  };
  onTestFinished(async () => {
    await stop();
    await rm(folder, { recursive: true });
  });
  const port = await start();
  const settings: SftpSettings = {
    host: '127.0.0.1',
    port,
    user: 'wfm',
    directory: '.',
    hostKeys: [hostKey.public],
  };
  return {
    settings,
    left,
    signIns: () => signIns,
    stop,
    start: () => start(port),
    /** What is in its folder, by name. */
    files: async () => {
      const names = (await readdir(folder)).sort();
      const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
      return Object.fromEntries(names.map((name, i) => [name, texts[i] ?? '']));
    },
  };
}
