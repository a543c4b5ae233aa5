import { readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startStack } from '../../local/start-stack.ts';
import { freePorts } from './free-ports.ts';
import { startBrowser } from './harness/browser.ts';
import { failuresFolder, stackFolder } from './harness/folders.ts';
import { type Stack, stackJson } from './harness/stack-json.ts';

type Running = {
  readonly stack: Stack;
  readonly logs: string;
  readonly browser: string;
  readonly stop: () => Promise<void>;
};

/** Every project of Vitest has a setup of its own, and all use one stack. */
const shared = globalThis as { runningForTests?: Promise<Running> };

/**
 * Starts an empty stack and one Chromium for all tests, and gives what ends both. With STACK_JSON set to the `stack.json`
 * of a stack that runs already, that one is used and left running: quicker while one writes tests.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.runningForTests ??= startAll();
  const { stack, logs, browser, stop } = await shared.runningForTests;
  project.provide('stack', stack);
  project.provide('logsFolder', logs);
  project.provide('browser', browser);
  return stop;
}

async function startAll(): Promise<Running> {
  await rm(failuresFolder, { recursive: true, force: true });
  const file = process.env.STACK_JSON;
  const running = file === undefined ? await startOwn() : await findRunning(file);
  const browser = await startBrowser().catch(async (error: unknown) => {
    await running.stop();
    throw error;
  });
  let stopped: Promise<unknown> | undefined;
  const stop = async () => {
    stopped ??= browser.close().then(() => running.stop());
    await stopped;
  };
  return { ...running, browser: browser.wsEndpoint(), stop };
}

async function startOwn(): Promise<Omit<Running, 'browser'>> {
  await rm(stackFolder, { recursive: true, force: true });
  const { stack, stop } = await startStack({
    environment: { ...process.env, ...(await freePorts()) },
    folder: stackFolder,
    // Tests count messages; the one of this check asks for it in its page's address.
    parameters: { checkAtSignIn: 'off' },
    say: (line) => console.info(line),
    onFatal: (reason) => console.error(`The stack of the tests cannot go on. ${reason.message}`),
  });
  return { stack, stop, logs: join(stackFolder, 'logs') };
}

async function findRunning(file: string): Promise<Omit<Running, 'browser'>> {
  const stack = stackJson.parse(JSON.parse(await readFile(file, 'utf8')));
  return { stack, stop: async () => {}, logs: join(dirname(file), 'logs') };
}
