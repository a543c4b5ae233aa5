import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { invokeFunction } from '../deploy/cli/invoke-function.ts';
import { clientConfig } from './aws/account.ts';
import { functionEnvironment } from './aws/function-environment.ts';
import { managerPassword } from './manager-password.ts';
import { simulatedConnect } from './parts/simulated-connect.ts';
import { made } from './paths.ts';
import { portsFrom, requireFree } from './ports.ts';
import { type Say, step } from './progress.ts';
import { type Stack, stackOf } from './stack.ts';
import type { StackContext } from './stack-context.ts';
import { stackFile, startAws } from './start-aws.ts';
import { startSearch } from './start-search.ts';
import { buildSites, serveSites } from './start-sites.ts';
import { supervise } from './supervise.ts';

export interface StackOptions {
  /** Ports (see ports.ts) and OPENSEARCH_URL; the process's own if left out. */
  readonly environment?: NodeJS.ProcessEnv;
  /** For data, logs and stack.json; .local if left out. */
  readonly folder?: string;
  /** Of serverless.yml, beside those that the local stage sets. */
  readonly parameters?: Readonly<Record<string, string>>;
  readonly say?: Say;
  /** Ends the stack, also while it is being started. */
  readonly signal?: AbortSignal;
  /** The stack cannot go on: a part died for the second time. */
  readonly onFatal?: (reason: Error) => void;
}

export interface RunningStack {
  readonly stack: Stack;
  /** Variables of a deployed ingest function. */
  readonly environment: Readonly<Record<string, string>>;
  /** Ends every process; what was indexed stays. */
  stop(): Promise<void>;
}

const MANAGER = 'manager@example.com';

/**
 * Starts everything and deploys; local/prepare.mjs must have run.
 * @throws Error that says what is wrong; nothing is left running then
 */
export async function startStack(options: StackOptions = {}): Promise<RunningStack> {
  const { environment = process.env, signal } = options;
  const isEmbedded = environment.OPENSEARCH_URL === undefined;
  const ending = new AbortController();
  signal?.addEventListener('abort', () => ending.abort(signal.reason), { once: true });
  const context = await makeContext(options, environment, ending.signal);
  const { search, ...others } = context.ports;
  await requireFree(isEmbedded ? { search, ...others } : others);
  const closers: (() => Promise<void>)[] = [];
  ending.signal.addEventListener('abort', () => context.supervisor.stop(), { once: true });
  const stop = async () => {
    ending.abort();
    await Promise.all([context.supervisor.stop(), ...closers.splice(0).map((close) => close())]);
    await rm(stackFile(context.folder), { force: true });
  };
  try {
    const [deployment] = await Promise.all([
      startAws(context),
      startSearch(context, isEmbedded),
      buildSites(context),
    ]);
    closers.push(...(await serveSites(context, deployment)));
    const connect = simulatedConnect(context.ports, deployment());
    await step('simulated Connect', context.say, () => context.supervisor.start(connect));
    await step('its users', context.say, () =>
      invokeFunction(clientConfig(context.ports), deployment().UsersFunction, {}),
    );
    return {
      stack: stackOf(context.ports, deployment(), context.searchUrl, context.manager),
      environment: await functionEnvironment(context.ports, 'softphoneStats'),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function makeContext(
  { folder = made, parameters = {}, say = () => {}, onFatal = () => {} }: StackOptions,
  environment: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<StackContext> {
  const ports = portsFrom(environment);
  const logs = join(folder, 'logs');
  await mkdir(logs, { recursive: true });
  return {
    ports,
    searchUrl: environment.OPENSEARCH_URL ?? `http://127.0.0.1:${ports.search}`,
    manager: { username: MANAGER, password: await managerPassword(join(folder, 'manager-password')) },
    folder,
    parameters,
    logs,
    say,
    supervisor: supervise({ logs, say, onFatal }),
    signal,
  };
}
