import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';
import type { FunctionCost } from './function-process.ts';

/**
 * What V8 would take for itself in a function of a gigabyte. On a machine with more memory what nobody needs any more is
 * cleared away later, and counts: Node.js, "Command-line API", `--max-semi-space-size`.
 */
const asInAFunction = ['--max-semi-space-size=8', '--max-old-space-size=512'];

/** Gives one event after the other to a function in a process of its own. */
export async function costOfFunction(
  bundle: string,
  events: readonly unknown[],
  env: NodeJS.ProcessEnv,
): Promise<FunctionCost> {
  const script = join(import.meta.dirname, 'function-process.ts');
  const child = spawn(process.execPath, [...asInAFunction, script, pathToFileURL(bundle).href], {
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = Readable.from(linesOf(events));
  const ended = pipeline(lines, child.stdin);
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'close'), ended]);
  if (code !== 0) throw new Error(`The function ended with ${code}`);
  return JSON.parse(said.trimEnd().split('\n').at(-1) ?? '') as FunctionCost;
}

function* linesOf(events: readonly unknown[]): Generator<string> {
  for (const event of events) yield `${JSON.stringify(event)}\n`;
}
