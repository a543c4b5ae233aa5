import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { freePorts } from '../e2e/free-ports.ts';
import { root, secondStackFolder } from '../e2e/harness/folders.ts';
import { waitFor } from '../e2e/harness/wait-for.ts';

const warmSeconds = 25;
/** Where processes tell their environment. */
const isLinux = existsSync('/proc/self/environ');

type Ports = Awaited<ReturnType<typeof freePorts>>;

let started: ChildProcess | undefined;
afterEach(() => {
  if (started?.pid && started.exitCode === null && started.signalCode === null) {
    process.kill(-started.pid, 'SIGKILL');
  }
});

/** Types `npm start` and gives how many seconds it says that it took. */
async function start(ports: Ports): Promise<number> {
  const environment = { ...process.env, ...ports, STACK_FOLDER: secondStackFolder };
  // A process group of its own, as a terminal makes one.
  const child = spawn('npm', ['start'], { cwd: root, env: environment, detached: true });
  started = child;
  let said = '';
  child.stdout.on('data', (data) => {
    said += data;
  });
  child.stderr.on('data', (data) => {
    said += data;
  });
  const isUp = (text: string) => text.includes('Ready after') || child.exitCode !== null;
  await waitFor('npm start', () => said, isUp, { within: 180_000 });
  const seconds = /Ready after ([\d.]+) s/.exec(said)?.[1];
  if (seconds === undefined) throw new Error(`npm start ended: ${said}`);
  return Number(seconds);
}

/** Presses Ctrl-C: the whole group gets it. */
async function pressCtrlC(): Promise<void> {
  if (started?.pid === undefined) throw new Error('Nothing was started');
  const ended = once(started, 'exit');
  process.kill(-started.pid, 'SIGINT');
  await ended;
}

/** The processes that know of our folder. */
async function processesLeft(): Promise<string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
  const left = await Promise.all(
    pids.map(async (pid) => {
      const variables = await readFile(join('/proc', pid, 'environ'), 'utf8').catch(() => '');
      if (!variables.includes(secondStackFolder)) return [];
      return [(await readFile(join('/proc', pid, 'cmdline'), 'utf8').catch(() => '')).replaceAll('\0', ' ')];
    }),
  );
  return left.flat();
}

test.runIf(isLinux)(
  'Ctrl-C leaves no process, and the second start is warm',
  { timeout: 600_000 },
  async () => {
    await rm(secondStackFolder, { recursive: true, force: true });
    const ports = await freePorts();
    await start(ports);
    expect((await processesLeft()).length).toBeGreaterThan(3);
    await pressCtrlC();
    expect(await processesLeft()).toEqual([]);
    const seconds = await start(ports);
    await pressCtrlC();
    expect(await processesLeft()).toEqual([]);
    expect(seconds).toBeLessThanOrEqual(warmSeconds);
  },
);
