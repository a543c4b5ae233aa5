import type { SftpFolder } from '../clients/sftp.ts';

/** After so many files that could not be put, one after the other, no more are tried. */
const mostFailures = 3;

/**
 * A folder of an SFTP server that is opened for the first file, and anew after one that failed. A server that lets nobody
 * in, or takes nothing, is not asked again and again: what it said once is thrown for all files that follow.
 */
export function openWhenNeeded(open: () => Promise<SftpFolder>): SftpFolder {
  let opened: Promise<SftpFolder> | undefined;
  let failures = 0;
  const close = () => {
    opened?.then((folder) => folder.close()).catch(() => {});
    opened = undefined;
  };
  let last: unknown;
  return {
    put: async (name, content) => {
      if (failures >= mostFailures) throw last;
      try {
        opened ??= open().catch((error: unknown) => {
          failures = mostFailures;
          throw error;
        });
        await (await opened).put(name, content);
        failures = 0;
      } catch (error) {
        failures += 1;
        last = error;
        close();
        throw error;
      }
    },
    close,
  };
}
