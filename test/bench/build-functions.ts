import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '..', '..');

/** Bundles the functions as a deployment does; gives the folder of the bundles. */
export async function buildFunctions(): Promise<string> {
  await promisify(execFile)(process.execPath, [join(root, 'functions', 'build.ts')], { cwd: root });
  return join(root, '.build', 'functions');
}
