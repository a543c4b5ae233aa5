import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { delimiter, dirname, join } from 'node:path';
import type { StageSettings } from './stage-settings.ts';

const root = dirname(dirname(import.meta.dirname));
const bin = join(root, 'node_modules', '.bin');
const serverless = join(bin, 'serverless');
const place = { cwd: root, env: { ...process.env, PATH: [bin, process.env.PATH].join(delimiter) } };
/** Far more than the whole of it. */
const longestBytes = 64 * 1024 * 1024;

/** Runs `serverless deploy` or `remove` of a stage, in sight. Throws an Error if it fails: the reason is above it. */
export async function runServerless(
  command: 'deploy' | 'remove',
  stage: string,
  settings: StageSettings,
): Promise<void> {
  const options = ['--verbose', ...optionsOf(stage, settings)];
  const child = spawn(serverless, [command, ...options], {
    ...place,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`"serverless ${command}" failed; the reason is above.`);
}

/** Has serverless.yml read with these settings, out of sight and without AWS. Throws an Error with the reason if it fails. */
export async function resolveServerless(stage: string, settings: StageSettings): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const read = { ...place, maxBuffer: longestBytes };
    execFile(serverless, ['print', ...optionsOf(stage, settings)], read, (error, said) => {
      if (error)
        reject(
          new Error(`serverless.yml is not taken with these settings: ${reasonIn(said) || error.message}`),
        );
      else resolve();
    });
  });
}

/** Out of what osls says, which has the reason where its output is; without its stack. */
function reasonIn(output: string): string {
  const [, reason = output] = output.split(/^Error:\n/m);
  return reason.replace(/^ +at .*\n?/gm, '').trim();
}

function optionsOf(stage: string, { region = '', parameters }: StageSettings): readonly string[] {
  const given = Object.entries(parameters).map(([name, value]) => `--param=${name}=${value}`);
  return ['--stage', stage, '--region', region, ...given];
}
