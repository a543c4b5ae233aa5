import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { logs, root } from './paths.mjs';

const LINES = 8;

/**
 * Runs a command in the checkout, its output in .local/logs.
 * @param {string} log name of the log
 * @param {string} command
 * @param {string[]} parameters
 * @param {string} whenMissing what to do if there is no such command
 * @throws {Error} with what the log says, if the command is missing or fails
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
  throw new Error(
    `"${command} ${parameters.join(' ')}" failed (${code}). From ${relative(root, file)}:\n${excerpt(file)}`,
  );
}

/** The first lines that speak of an error (npm says what is wrong first) and the last lines (Maven says it last). @param {string} file */
function excerpt(file) {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  const tail = lines.slice(-LINES);
  const errors = lines.slice(0, -LINES).filter((line) => /error/i.test(line));
  return [...errors.slice(0, LINES), ...tail].join('\n');
}
