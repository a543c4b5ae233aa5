import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { type StageSettings, writeStageSettings } from '../../deploy/cli/stage-settings.ts';
import { serve } from '../serve.ts';

export type Asked = {
  /** In the signature: where the request was meant to go. */
  readonly region: string | undefined;
  /** What the service calls it: an action, or method and path. */
  readonly action: string;
  readonly body: string;
};
export type Answer = {
  readonly status?: number;
  readonly type: 'text/xml' | 'application/json';
  readonly body: string;
};

export type Typed = {
  readonly asked: readonly Asked[];
  readonly said: string;
  readonly complained: string;
  readonly exitCode: number;
  /** Files of stages that the checkout remembers afterwards. */
  readonly remembered: readonly string[];
};

/**
 * Types a command of deploy/ in a checkout that remembers these stages, before an AWS that answers so. Nobody sits at the
 * terminal.
 */
export async function typeCommand(
  command: string,
  parameters: readonly string[],
  remembered: Readonly<Record<string, StageSettings>>,
  answer: (asked: Asked) => Answer,
): Promise<Typed> {
  const folder = await mkdtemp(join(tmpdir(), 'deploy-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [stage, settings] of Object.entries(remembered))
    await writeStageSettings(stage, settings, folder);
  const asked: Asked[] = [];
  const { endpoint } = await serve(async (incoming, response) => {
    const its = await read(incoming);
    asked.push(its);
    const { status = 200, type, body } = answer(its);
    response.writeHead(status, { 'content-type': type });
    response.end(body);
  });
  const { AWS_REGION: _, ...shell } = process.env;
  const env = {
    ...shell,
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: 'AKIA',
    AWS_SECRET_ACCESS_KEY: 'x',
    DEPLOY_FOLDER: folder,
  };
  const script = join(import.meta.dirname, '..', '..', 'deploy', `${command}.ts`);
  const ended = await new Promise<Omit<Typed, 'asked' | 'remembered'>>((typed) => {
    const child = execFile(process.execPath, [script, ...parameters], { env }, (_error, said, complained) => {
      typed({ said, complained, exitCode: child.exitCode ?? 1 });
    });
    child.stdin?.end();
  });
  return { asked, ...ended, remembered: await readdir(folder) };
}

async function read(incoming: IncomingMessage): Promise<Asked> {
  const body = await text(incoming);
  const { authorization = '', 'x-amz-target': target } = incoming.headers;
  const [, region] = /Credential=[^/]+\/\d+\/([^/]+)\//.exec(authorization) ?? [];
  const query = new URLSearchParams(body).get('Action');
  const action = query ?? (typeof target === 'string' ? target : `${incoming.method} ${incoming.url}`);
  return { region, action, body };
}
