import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadScripts } from '../connect/pages/scripts.ts';

/**
 * Writes the simulated Connect's own session class, which stands in for connect-rtc-js, and gives the parameters that publish it: a page
 * hosts the sound of calls itself where its address ends with `?softphone=page`.
 */
export async function simulatedLibrary(folder: string): Promise<Readonly<Record<string, string>>> {
  const file = join(folder, 'rtc.js');
  const script = (await loadScripts(['rtc'])).get('rtc.js') ?? '';
  await writeFile(file, script);
  const rtcLibrarySha256 = createHash('sha256').update(script).digest('hex');
  return { softphone: 'onRequest', rtcLibrary: file, rtcLibrarySha256 };
}
