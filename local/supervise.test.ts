import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Part, type Supervisor, supervise } from './supervise.ts';
import { until } from './until.ts';

let folder: string;
let said: string[];
let fatal: Error[];
let supervisor: Supervisor;
const patience = () => AbortSignal.timeout(20_000);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'supervise-'));
  said = [];
  fatal = [];
  supervisor = supervise({
    logs: folder,
    say: (line) => said.push(line),
    onFatal: (reason) => fatal.push(reason),
  });
});
afterEach(async () => {
  await supervisor.stop();
  rmSync(folder, { recursive: true });
});

/** Adds its process id to a file when it runs, and ends with its input. */
const WRITES_ITS_ID = `
  require('node:fs').appendFileSync(process.argv[1], process.pid + '\\n');
  process.stdin.on('end', () => process.exit()).resume();`;

function part(script: string, overrides: Partial<Part> = {}): Part {
  const file = join(folder, 'ids');
  return {
    name: 'test part',
    command: process.execPath,
    parameters: ['-e', script, file],
    environment: process.env,
    isReady: async () => existsSync(file),
    ...overrides,
  };
}

const ids = () => readFileSync(join(folder, 'ids'), 'utf8').trim().split('\n').map(Number);

function runs(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}

test('a part runs until it is stopped', async () => {
  await supervisor.start(part(WRITES_ITS_ID));
  const [id = 0] = ids();
  expect(runs(id)).toBe(true);
  await supervisor.stop();
  expect(runs(id)).toBe(false);
});

test('the children of a part end with it', async () => {
  const script = `
    const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    require('node:fs').appendFileSync(process.argv[1], child.pid + '\\n');
    process.stdin.on('end', () => process.exit()).resume();`;
  await supervisor.start(part(script));
  const [child = 0] = ids();
  await supervisor.stop();
  await until(async () => !runs(child), patience());
});

test('a part that dies is started once more, a second time the stack ends', async () => {
  let restarts = 0;
  const afterRestart = async () => {
    restarts++;
  };
  await supervisor.start(part(WRITES_ITS_ID, { afterRestart }));
  process.kill(ids()[0] ?? 0, 'SIGKILL');
  await until(async () => restarts === 1 && ids().length === 2, patience());
  expect(said.join('\n')).toMatch(/test part died \(SIGKILL.*Starting it again/s);
  expect(fatal).toEqual([]);
  process.kill(ids()[1] ?? 0, 'SIGKILL');
  await until(async () => fatal.length === 1, patience());
  expect(fatal[0]?.message).toMatch(/test part died again/);
});

test('a part that ends before it is ready is an error that names its log', async () => {
  const start = supervisor.start(part('process.exit(3)', { isReady: async () => false }));
  await expect(start).rejects.toThrow(/test part ended \(3\); see .*test-part\.log/);
  expect(fatal).toEqual([]);
});

test('a command that does not exist is an error', async () => {
  await expect(supervisor.start(part('', { command: 'no-such-command' }))).rejects.toThrow(/ENOENT/);
});
