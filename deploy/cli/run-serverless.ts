import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { delimiter, dirname, join } from 'node:path';
import type { StageSettings } from './stage-settings.ts';

const root = dirname(dirname(import.meta.dirname));

/** Runs `serverless deploy` or `remove` of a stage, in sight. Throws an Error if it fails: the reason is above it. */
export async function runServerless(
  command: 'deploy' | 'remove',
  stage: string,
  { region = '', parameters }: StageSettings,
): Promise<void> {
  const bin = join(root, 'node_modules', '.bin');
  const given = Object.entries(parameters).map(([name, value]) => `--param=${name}=${value}`);
  const child = spawn(
    join(bin, 'serverless'),
    [command, '--stage', stage, '--region', region, '--verbose', ...given],
    {
      cwd: root,
      env: { ...process.env, PATH: [bin, process.env.PATH].join(delimiter) },
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`"serverless ${command}" failed; the reason is above.`);
}
