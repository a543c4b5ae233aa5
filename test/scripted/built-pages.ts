import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildOwnPage } from '../../local/library/own-page.ts';
import { root } from '../../local/paths.ts';
import { buildSite } from '../bench/built-site.ts';

/**
 * The folders of our own page and of the example of somebody else's, built beside those that a stack serves. The latter has
 * bare.html too.
 */
export async function builtPages(): Promise<{ readonly ours: string; readonly theirs: string }> {
  const theirs = join(root, '.build', 'scripted-own-page');
  const [{ folder: ours }] = await Promise.all([buildSite('agent'), buildOwnPage(theirs)]);
  await copyFile(join(import.meta.dirname, 'bare.html'), join(theirs, 'bare.html'));
  return { ours, theirs };
}
