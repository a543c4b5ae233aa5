import { type FileHandle, mkdir, open, rename, stat, unlink } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import ssh2, { type SFTPWrapper } from 'ssh2';

const { STATUS_CODE, flagsToString } = ssh2.utils.sftp;

/** What a server has its files on. */
export type Disk = {
  readonly folder: string;
  /** Whether so many bytes more, at this place of a file, are to be had. Left out: always. */
  readonly hasRoom?: (bytes: number) => boolean;
  /** Called before each write. */
  readonly onWrite?: () => void;
};

/** Answers what comes over one SFTP session as OpenSSH's server does, as far as whoever puts files there asks. */
export function serveFiles(sftp: SFTPWrapper, disk: Disk): void {
  const handles = new Map<number, FileHandle>();
  let last = 0;
  const path = (name: string) => join(disk.folder, normalize(`/${name}`));
  const file = (handle: Buffer) => handles.get(handle.readUInt32BE(0));
  const answer = (id: number, work: () => Promise<unknown>) => {
    work().then(
      () => sftp.status(id, STATUS_CODE.OK),
      (error: NodeJS.ErrnoException) => sftp.status(id, statusOf(error)),
    );
  };
  sftp.on('OPEN', (id, name, flags) => {
    open(path(name), flagsToString(flags) ?? 'r').then(
      (opened) => {
        last += 1;
        handles.set(last, opened);
        const handle = Buffer.alloc(4);
        handle.writeUInt32BE(last, 0);
        sftp.handle(id, handle);
      },
      (error: NodeJS.ErrnoException) => sftp.status(id, statusOf(error)),
    );
  });
  sftp.on('WRITE', (id, handle, offset, data) => {
    disk.onWrite?.();
    answer(id, async () => {
      if (disk.hasRoom?.(data.length) === false) throw new Error('ENOSPC');
      await file(handle)?.write(data, 0, data.length, offset);
    });
  });
  sftp.on('CLOSE', (id, handle) => {
    answer(id, async () => {
      await file(handle)?.close();
      handles.delete(handle.readUInt32BE(0));
    });
  });
  sftp.on('STAT', (id, name) => {
    stat(path(name)).then(
      ({ mode, uid, gid, size, atimeMs, mtimeMs }) => {
        sftp.attrs(id, { mode, uid, gid, size, atime: atimeMs / 1000, mtime: mtimeMs / 1000 });
      },
      (error: NodeJS.ErrnoException) => sftp.status(id, statusOf(error)),
    );
  });
  sftp.on('REMOVE', (id, name) => answer(id, () => unlink(path(name))));
  sftp.on('RENAME', (id, from, to) => answer(id, () => renameToFree(path(from), path(to))));
  sftp.on('MKDIR', (id, name) => answer(id, () => mkdir(path(name))));
  sftp.on('end', () => {
    for (const opened of handles.values()) void opened.close();
    handles.clear();
  });
}

/** OpenSSH's server refuses a name that is taken (sftp-server.c, `process_rename`). */
async function renameToFree(from: string, to: string): Promise<void> {
  const taken = await stat(to).catch(() => undefined);
  if (taken || !(await stat(dirname(to))).isDirectory()) throw new Error('EEXIST');
  await rename(from, to);
}

function statusOf({ code }: NodeJS.ErrnoException): number {
  if (code === 'ENOENT') return STATUS_CODE.NO_SUCH_FILE;
  return code === 'EACCES' ? STATUS_CODE.PERMISSION_DENIED : STATUS_CODE.FAILURE;
}
