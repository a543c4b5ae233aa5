import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import type { FunctionCost } from './function-process.ts';

/** Gives one event after the other to a function in a process of its own. */
export async function costOfFunction(
  bundle: string,
  events: readonly unknown[],
  env: NodeJS.ProcessEnv,
): Promise<FunctionCost> {
  const script = join(import.meta.dirname, 'function-process.ts');
  const child = spawn(process.execPath, [script, pathToFileURL(bundle).href], {
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify(events));
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'close')]);
  if (code !== 0) throw new Error(`The function ended with ${code}`);
  return JSON.parse(said.trimEnd().split('\n').at(-1) ?? '') as FunctionCost;
}
