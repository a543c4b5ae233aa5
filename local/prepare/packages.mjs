import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { run } from './run.mjs';

const installed = join(root, 'node_modules', '.package-lock.json');

/** @type {import('./step.mjs').Step} */
export const packages = {
  name: 'npm packages',
  doing: 'installing',
  isDone: () =>
    existsSync(installed) && isInstalled(packagesOf(join(root, 'package-lock.json')), packagesOf(installed)),
  // Not `ci`, which deletes node_modules first, and refuses a lock file that lacks a package for another kind of machine.
  run: () => run('packages', 'npm', ['install', '--no-save'], 'npm is needed: it comes with Node.'),
};

/**
 * npm keeps a copy of the lock file of what it installed, so that no stamp of our own is needed.
 * Optional packages may be absent: they are for other machines.
 * @param {Record<string, {version?: string, optional?: boolean}>} wanted
 * @param {Record<string, {version?: string}>} present
 */
function isInstalled(wanted, present) {
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true;
    const found = present[path];
    return found ? found.version === version : optional === true;
  });
}

/** @param {string} lockFile */
function packagesOf(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}
