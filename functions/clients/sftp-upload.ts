import type { SFTPWrapper } from 'ssh2';
import { KnownError } from '../errors.ts';

/** As much as every server takes at once (draft-ietf-secsh-filexfer-02, section 3), and so many on their way. */
const pieceBytes = 32_768;
const atOnce = 16;

/** SSH_FX_… (the same draft, section 7). */
const statuses: Readonly<Record<number, string>> = {
  2: 'there is no such folder',
  3: 'the user may not',
  4: 'a failure, as when a disk is full',
  7: 'the connection is lost',
  8: 'it cannot do that',
};

/**
 * The name of a file while it comes. It follows from the content: two who send the same write the same, and what others
 * left unfinished is in nobody's way.
 */
export function temporaryName(path: string, sha256: string): string {
  return `${path}.${sha256.slice(0, 12)}.part`;
}

/**
 * Writes a file under a temporary name, sees that all of it is there, and gives it its own.
 *
 * @throws KnownError `unavailable`: then under its own name is what was there before, or nothing
 */
export async function uploadFile(
  sftp: SFTPWrapper,
  path: string,
  temporary: string,
  content: Uint8Array,
): Promise<void> {
  try {
    await write(sftp, temporary, content);
    await rename(sftp, temporary, path);
  } catch (error) {
    // A full disk is to be emptied again.
    await ask('delete a file', (done) => sftp.unlink(temporary, done)).catch(() => {});
    throw error;
  }
}

async function write(sftp: SFTPWrapper, path: string, content: Uint8Array): Promise<void> {
  const handle = await ask<Buffer>('open a file', (done) => sftp.open(path, 'w', done));
  try {
    let next = 0;
    const writePieces = async () => {
      while (next < content.length) {
        const from = next;
        next += pieceBytes;
        const piece = Buffer.from(content.subarray(from, from + pieceBytes));
        await ask('write', (done) => sftp.write(handle, piece, 0, piece.length, from, done));
      }
    };
    await Promise.all(Array.from({ length: atOnce }, writePieces));
  } finally {
    // Some servers say only now that the disk is full.
    await ask('close a file', (done) => sftp.close(handle, done));
  }
  const { size } = await ask<{ size: number }>('look at a file', (done) => sftp.stat(path, done));
  if (size !== content.length)
    throw new KnownError('unavailable', `The SFTP server has ${size} of ${content.length} bytes.`);
}

/**
 * In one step where the server can (OpenSSH's PROTOCOL, 4.3, "posix-rename@openssh.com"). By itself, SFTP's rename refuses a
 * name that is taken (draft-ietf-secsh-filexfer-02, 6.5): then the former file has to go first.
 */
async function rename(sftp: SFTPWrapper, from: string, to: string): Promise<void> {
  const plainly = () => ask('rename a file', (done) => sftp.rename(from, to, done));
  try {
    return await ask('rename a file', (done) => sftp.ext_openssh_rename(from, to, done));
  } catch (error) {
    // What it throws itself says that the server has no such request.
    if (error instanceof KnownError) throw error;
  }
  try {
    await plainly();
  } catch (error) {
    const isThere = ask<unknown>('look at a file', (done) => sftp.stat(to, done)).then(
      () => true,
      () => false,
    );
    if (!(await isThere)) throw error;
    await ask('replace a file', (done) => sftp.unlink(to, done));
    await plainly();
  }
}

type Done<Value> = (error: Error | null | undefined, value: Value) => void;

function ask<Value = void>(what: string, call: (done: Done<Value>) => void): Promise<Value> {
  return new Promise((resolve, reject) => {
    call((error, value) => (error ? reject(refused(what, error)) : resolve(value)));
  });
}

/** Its own words may quote names; the number says enough. */
function refused(what: string, error: Error & { code?: unknown }): KnownError {
  const status = typeof error.code === 'number' ? statuses[error.code] : undefined;
  const why = status ? `: ${status} (${String(error.code)})` : '';
  return new KnownError('unavailable', `The SFTP server did not ${what}${why}.`);
}
