import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { wfmFiles } from '../../model/wfm/files.ts';

/** The golden day's files as they were worked out by hand, by their names. Lines end as RFC 4180 has it. */
export function goldenFiles(): Record<string, string> {
  const text = (file: string) => readFileSync(join(import.meta.dirname, 'golden', `${file}.csv`), 'utf8');
  return Object.fromEntries(wfmFiles.map((file) => [file, text(file).replaceAll('\n', '\r\n')]));
}
