import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildOwnPage } from '../../local/library/own-page.ts';
import { buildSite } from '../bench/built-site.ts';

export type BuiltPages = {
  /** The folder of our own page. */
  readonly ours: string;
  /** That of the example of somebody else's; it has this folder's pages for tests, too. */
  readonly theirs: string;
  readonly remove: () => Promise<void>;
};

/** Builds both in a folder that nobody else has: tests run beside each other. */
export async function builtPages(): Promise<BuiltPages> {
  const folder = await mkdtemp(join(tmpdir(), 'pages-'));
  const [ours, theirs] = [join(folder, 'ours'), join(folder, 'theirs')];
  await Promise.all([buildSite('agent', ours), buildOwnPage(theirs)]);
  for (const page of ['bare.html', 'streams-only.html']) {
    await copyFile(join(import.meta.dirname, page), join(theirs, page));
  }
  return { ours, theirs, remove: () => rm(folder, { recursive: true }) };
}
