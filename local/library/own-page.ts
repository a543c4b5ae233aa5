import { copyFile, cp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../paths.ts';
import { buildLibrary } from './build-library.ts';

/** Where the example of a page with a CCP of its own is put together. */
export const ownPageFolder = join(root, '.build', 'sites', 'own-page');

/** Puts the example beside Streams and the library. */
export async function buildOwnPage(folder = ownPageFolder): Promise<void> {
  await buildLibrary(folder);
  await cp(join(root, 'examples', 'own-ccp-page'), folder, { recursive: true });
  const streams = createRequire(import.meta.url).resolve('amazon-connect-streams');
  await copyFile(streams, join(folder, 'connect-streams.js'));
}
