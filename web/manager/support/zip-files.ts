import { strToU8, zipSync } from 'fflate';

/** Files as one archive: a few hundred kilobytes of text, so it is made at once. */
export function zipFiles(files: Readonly<Record<string, string>>, now: Date): Blob {
  const entries = Object.entries(files).map(([name, text]) => [name, strToU8(text)] as const);
  return new Blob([zipSync(Object.fromEntries(entries), { mtime: now })], { type: 'application/zip' });
}
