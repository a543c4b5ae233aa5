import { gunzipSync } from 'node:zlib';
import * as z from 'zod';
import { wfmFiles } from '../../model/wfm/files.ts';
import type { ClientConfig } from './client-config.ts';
import { invokeFunction } from './invoke-function.ts';

const piece = z.object({ rows: z.number(), gzip: z.base64() });
const part = z.object({
  files: z.record(z.enum(wfmFiles), piece),
  until: z.iso.datetime(),
  next: z.iso.datetime().optional(),
});

export type FetchedFile = { readonly name: string; readonly rows: number; readonly content: Buffer };

/**
 * Has a deployment make a day's files, part by part, and says how far it is.
 *
 * @throws Error with what the deployment says of a day that it cannot make
 */
export async function fetchWfmFiles(
  config: ClientConfig,
  functionName: string,
  day: string,
): Promise<readonly FetchedFile[]> {
  const parts: z.infer<typeof part>['files'][] = [];
  let from: string | undefined;
  do {
    const made = part.parse(await invokeFunction(config, functionName, { day, from }));
    parts.push(made.files);
    from = made.next;
    console.info(`${from === undefined ? 'all' : 'made'} up to ${made.until}`);
  } while (from !== undefined);
  return wfmFiles.map((file) => ({
    name: `${file}-${day}.csv`,
    rows: parts.reduce((sum, { [file]: { rows } }) => sum + rows, 0),
    content: Buffer.concat(parts.map(({ [file]: { gzip } }) => gunzipSync(Buffer.from(gzip, 'base64')))),
  }));
}
