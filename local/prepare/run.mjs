import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { logs, root } from './paths.mjs';

const TAIL_LINES = 15;

/**
 * Runs a command in the checkout, its output in .local/logs.
 * @param {string} log name of the log
 * @param {string} command
 * @param {string[]} parameters
 * @param {string} whenMissing what to do if there is no such command
 * @throws {Error} with the end of the log, if the command is missing or fails
 */
export async function run(log, command, parameters, whenMissing) {
  const file = join(logs, `prepare-${log}.log`);
  const output = openSync(file, 'w');
  const code = await new Promise((resolve, reject) => {
    const child = spawn(command, parameters, { cwd: root, stdio: ['ignore', output, output] });
    child.on('error', (error) => reject(error.code === 'ENOENT' ? new Error(whenMissing) : error));
    child.on('exit', resolve);
  }).finally(() => closeSync(output));
  if (code === 0) return;
  const tail = readFileSync(file, 'utf8').trimEnd().split('\n').slice(-TAIL_LINES).join('\n');
  throw new Error(
    `"${command} ${parameters.join(' ')}" failed (${code}). The end of ${relative(root, file)}:\n${tail}`,
  );
}
