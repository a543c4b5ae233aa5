import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { contractFolder, root } from './folders.ts';
import { send } from './http.ts';
import { instanceId } from './ingest.ts';
import { createMember, tokensOf } from './manager.ts';
import { searchClient } from './search.ts';
import { runningStack } from './stack.ts';
import type { Stack } from './stack-json.ts';

const har = z.object({
  log: z.object({
    entries: z.array(
      z.object({
        request: z.object({ method: z.string(), url: z.string() }),
        response: z.object({ status: z.number() }),
      }),
    ),
  }),
});

export type Exchange = { readonly method: string; readonly path: string; readonly status: number };

/** What schemathesis said, and every request that it made. */
export type Trial = {
  readonly isPassed: boolean;
  readonly output: string;
  readonly exchanges: readonly Exchange[];
};

/** Nobody else's in any test, so that what is stored can be taken out again. */
export const triedAgent = 'miguel.fernandes';

export type Trying = {
  /** Of schemathesis: `examples`, `coverage` (every bound of every schema), `fuzzing`. */
  readonly phases: readonly string[];
  /** Of fuzzing, for each route and kind of data. */
  readonly examples: number;
};
type Api = {
  readonly stack: Pick<Stack, 'apiUrl' | 'softphoneUrl'>;
  /** By the name that the description gives to who has it. */
  readonly tokens: { readonly managers: string; readonly agents: string };
  /** Of the description's, all if left out. */
  readonly tag?: string;
};

/**
 * Tries the description that the deployed API gives of itself against the API, with data that fits it and data that does
 * not, with an admin's token, without, and with a spoilt one.
 */
export async function tryApi(trying: Trying): Promise<Trial> {
  // An admin's: the health route is for them alone.
  const { access: managers } = await tokensOf(await createMember(['admins']));
  const trial = await tryApiOf({ stack: runningStack(), tokens: { managers, agents: '' } }, trying);
  await takeOut();
  return trial;
}

/** Likewise of a stack of one's own, whose routes ask for these tokens. */
export async function tryApiOf({ stack, tokens, tag }: Api, { phases, examples }: Trying): Promise<Trial> {
  const { apiUrl, softphoneUrl } = stack;
  const { host, port } = new URL(apiUrl);
  const { text } = await send(`${apiUrl}/openapi.json`);
  await rm(contractFolder, { recursive: true, force: true });
  await mkdir(contractFolder, { recursive: true });
  await writeFile(join(contractFolder, 'openapi.json'), JSON.stringify(withoutTuples(JSON.parse(text))));
  const child = spawn(
    program(),
    [
      ['--config-file', join(root, 'test', 'contract', 'schemathesis.toml')],
      ['run', 'openapi.json', '--url', `http://127.0.0.1:${port}`],
      ['--phases', phases.join(','), '--max-examples', String(examples), '--report-har-path', 'requests.har'],
      tag === undefined ? [] : ['--include-tag', tag],
    ].flat(),
    {
      cwd: contractFolder,
      env: {
        ...process.env,
        NO_COLOR: '1',
        PYTHONDONTWRITEBYTECODE: '1',
        SCHEMATHESIS_HOOKS: join(root, 'test', 'contract', 'hooks.py'),
        API_HOST: host,
        ORIGIN: new URL(softphoneUrl).origin,
        INSTANCE_ID: instanceId,
        AGENT: triedAgent,
        MANAGER_TOKEN: tokens.managers,
        AGENT_TOKEN: tokens.agents,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  const [code] = await once(child, 'close');
  return {
    isPassed: code === 0,
    output: Buffer.concat(output).toString(),
    exchanges: await exchanges(),
  };
}

/** Throws an Error that says what to do where it is not installed. */
function program(): string {
  const path = join(root, '.local', 'api-checks', 'bin', 'schemathesis');
  if (existsSync(path)) return path;
  throw new Error('Schemathesis is missing: run "node local/prepare.mjs --for-tests".');
}

async function exchanges(): Promise<Exchange[]> {
  const { log } = har.parse(JSON.parse(await readFile(join(contractFolder, 'requests.har'), 'utf8')));
  return log.entries.map(({ request, response }) => ({
    method: request.method,
    path: new URL(request.url).pathname,
    status: response.status,
  }));
}

/** Schemathesis 4.32 turns `prefixItems` of answers into a list of `items`, and then refuses that as no schema. */
function withoutTuples(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTuples);
  if (typeof value !== 'object' || value === null) return value;
  const { prefixItems, ...others } = value as Record<string, unknown>;
  const all = Object.fromEntries(Object.entries(others).map(([key, inner]) => [key, withoutTuples(inner)]));
  if (!Array.isArray(prefixItems)) return all;
  const items = { anyOf: prefixItems.map(withoutTuples) };
  return { ...all, items, minItems: prefixItems.length, maxItems: prefixItems.length };
}

async function takeOut(): Promise<void> {
  await searchClient().deleteByQuery({
    index: 'softphone-*',
    ignore_unavailable: true,
    conflicts: 'proceed',
    refresh: true,
    body: { query: { term: { agent: triedAgent } } },
  });
}
