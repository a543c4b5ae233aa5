import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { root } from '../paths.ts';

const manifest = z.object({ name: z.string(), version: z.string(), license: z.string() });

/**
 * The licences of the packages that a build has taken in, in one text: they ask to go wherever the code goes.
 *
 * @param modules paths of the files that the build is made of
 */
export function licencesOf(modules: readonly string[]): string {
  const names = modules.flatMap((path) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []);
  return [...new Set(names)].sort().map(licenceOf).join('\n\n');
}

function licenceOf(name: string): string {
  const folder = join(root, 'node_modules', name);
  const { version, license } = manifest.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
  const file = readdirSync(folder).find((its) => /^licen[cs]e/i.test(its));
  if (!file) throw new Error(`${name} brings no text of its licence (${license})`);
  return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
}
