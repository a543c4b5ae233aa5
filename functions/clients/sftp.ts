import { createHash } from 'node:crypto';
import ssh2, { type Client, type ConnectConfig, type SFTPWrapper } from 'ssh2';
import type { SftpSettings } from '../../model/settings/sftp.ts';
import { KnownError } from '../errors.ts';
import { fingerprintOf, isKnownKey, keyAlgorithms } from './host-key.ts';
import { temporaryName, uploadFile } from './sftp-upload.ts';

/** By what somebody signs in. */
export type SftpCredentials =
  | { readonly password: string }
  | { readonly privateKey: string; readonly passphrase?: string };

/** A folder of an SFTP server. Both throw KnownError `unavailable`, which says what is wrong. */
export type SftpFolder = {
  /**
   * Puts a file into the folder, in place of one of that name. It is there whole or not at all: it is written under another
   * name and gets its own when all of it has come.
   */
  readonly put: (name: string, content: Uint8Array) => Promise<void>;
  readonly close: () => void;
};

/** For the connection and the greeting; and after so many seconds of silence, asked three times, the server is gone. */
const readyMillis = 20_000;
const silenceMillis = 10_000;
/** Node's own first: ssh2 has ChaCha20 in WebAssembly, which takes longer and holds up everything else. */
const ciphers = [
  'aes256-gcm@openssh.com',
  'aes128-gcm@openssh.com',
  'aes256-ctr',
  'aes192-ctr',
  'aes128-ctr',
  'chacha20-poly1305@openssh.com',
] as const;
const isCut = 'The SFTP server has cut the connection.';

/**
 * Signs in to an SFTP server, which must show one of the keys that are known.
 *
 * @param deadline in epoch milliseconds: then the connection is cut, whatever it is at
 * @throws KnownError `unavailable`: another key, a refused password, no answer
 */
export async function openSftp(
  server: SftpSettings,
  credentials: SftpCredentials,
  deadline: number,
): Promise<SftpFolder> {
  const client = new ssh2.Client();
  const seen: Seen = {};
  const gone = new Promise<never>((_, reject) => {
    client.on('error', (error) => reject(whatFailed(error, server, seen)));
    client.on('close', () => reject(unavailable(isCut)));
  });
  // It may come when nobody is waiting for it any more.
  gone.catch(() => {});
  const timer = setTimeout(() => client.destroy(), Math.max(0, deadline - Date.now()));
  const close = () => {
    clearTimeout(timer);
    client.destroy();
  };
  try {
    const sftp = await Promise.race([gone, signIn(client, server, credentials, seen)]);
    return {
      put: async (name, content) => {
        const path = pathOf(server.directory, name);
        const sha256 = createHash('sha256').update(content).digest('hex');
        await Promise.race([gone, uploadFile(sftp, path, temporaryName(path, sha256), content)]);
      },
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}

/** A key that is not known, and whether the server has let the user in. */
type Seen = { key?: Uint8Array; isSignedIn?: true };

async function signIn(
  client: Client,
  { host, port, user, hostKeys }: SftpSettings,
  credentials: SftpCredentials,
  seen: Seen,
): Promise<SFTPWrapper> {
  const config: ConnectConfig = {
    host,
    port,
    username: user,
    ...credentials,
    // As some servers ask for a password.
    tryKeyboard: 'password' in credentials,
    algorithms: { serverHostKey: keyAlgorithms(hostKeys), cipher: [...ciphers] },
    hostVerifier: (key: Buffer) => {
      const isKnown = isKnownKey(key, hostKeys);
      if (!isKnown) seen.key = key;
      return isKnown;
    },
    readyTimeout: readyMillis,
    keepaliveInterval: silenceMillis,
    keepaliveCountMax: 3,
  };
  await new Promise<void>((resolve, reject) => {
    client.on('ready', () => {
      seen.isSignedIn = true;
      resolve();
    });
    client.on('keyboard-interactive', (_name, _instructions, _language, prompts, finish) => {
      finish('password' in credentials ? prompts.map(() => credentials.password) : []);
    });
    // Its small questions are not to wait for the answers to those before.
    client.on('connect', () => client.setNoDelay(true));
    try {
      client.connect(config);
    } catch {
      // Of all that is given here only the key has a form of its own.
      reject(unavailable('The secret’s private key cannot be read: is it whole, and its passphrase there?'));
    }
  });
  return new Promise((resolve, reject) => {
    client.sftp((error, sftp) =>
      error ? reject(unavailable('The server signs this user in, but offers no SFTP.')) : resolve(sftp),
    );
  });
}

function pathOf(directory: string, name: string): string {
  const folder = directory.replace(/\/+$/, '');
  return folder === '' ? `/${name}` : `${folder}/${name}`;
}

/** ssh2 says at which step it was; its own words quote what it was given. */
function whatFailed(
  error: Error & { level?: string },
  server: SftpSettings,
  { key, isSignedIn }: Seen,
): KnownError {
  if (isSignedIn) return unavailable(isCut, error);
  if (key)
    return unavailable(
      `The SFTP server shows a key that wfm.sftp.hostKeys does not have: ${fingerprintOf(key)}. Nothing was sent. Ask its owner whether it is theirs.`,
    );
  const where = `${server.host}:${server.port}`;
  const said: Readonly<Record<string, string>> = {
    'client-authentication':
      'The SFTP server does not let the user in: ask its owner whether wfm.sftp.user and the secret’s password or key are what they know.',
    'client-timeout': `The SFTP server ${where} does not answer.`,
    'client-socket': `The SFTP server ${where} cannot be reached.`,
    'client-dns': `There is no host ${server.host}.`,
    handshake: `The SFTP server ${where} and this side have no keys or ciphers in common.`,
  };
  return unavailable(said[error.level ?? ''] ?? isCut, error);
}

function unavailable(message: string, cause?: unknown): KnownError {
  return new KnownError('unavailable', message, { cause });
}
