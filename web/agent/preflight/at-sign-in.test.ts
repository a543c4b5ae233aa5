import { expect, test } from 'vitest';
import { createStore } from '../store.ts';
import { checkAtSignIn, type SignInDeps } from './at-sign-in.ts';
import { type Checked, found } from './finding.ts';
import type { Step } from './run-steps.ts';
import { worthTelling } from './worth-telling.ts';

const noon = new Date(2026, 10, 22, 12).getTime();

function setUp(run: Step['run'] = async () => [{ check: 'devices', outcome: 'passed', value: 1 }]) {
  const kept = new Map<string, string>();
  const inCall = createStore(false);
  const reported: (readonly Checked[])[] = [];
  let now = noon;
  const deps: SignInDeps = {
    agent: 'ana.silva',
    inCall,
    steps: () => [{ checks: ['devices'], run }],
    clock: { now: () => now, sleep: async () => {} },
    storage: { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) },
    onChecked: async (checks) => void reported.push(checks),
    takeTurns: (_, signal, work) => work(signal),
  };
  const goTo = (time: number) => {
    now = time;
  };
  return { deps, inCall, reported, goTo };
}

test('once a day and agent', async () => {
  const { deps, reported, goTo } = setUp();
  await checkAtSignIn(deps);
  await checkAtSignIn(deps);
  expect(reported).toHaveLength(1);
  await checkAtSignIn({ ...deps, agent: 'rita.ribeiro' });
  expect(reported).toHaveLength(2);
  goTo(noon + 24 * 3_600_000);
  await checkAtSignIn(deps);
  expect(reported).toHaveLength(3);
});

test('a call is not disturbed: it is waited for', async () => {
  const { deps, inCall, reported } = setUp();
  inCall.change(() => true);
  const checked = checkAtSignIn(deps);
  await Promise.resolve();
  expect(reported).toEqual([]);
  inCall.change(() => false);
  await checked;
  expect(reported).toHaveLength(1);
});

test('a call that comes ends the check, which begins anew afterwards', async () => {
  let times = 0;
  const { deps, inCall, reported } = setUp(async () => {
    times += 1;
    if (times === 1) {
      inCall.change(() => true);
      queueMicrotask(() => inCall.change(() => false));
    }
    return [{ check: 'devices', outcome: 'passed', value: times }];
  });
  await checkAtSignIn(deps);
  expect(reported).toEqual([[{ check: 'devices', outcome: 'passed', value: 2 }]]);
});

test('the agent is told what would make calls fail, before a detour, and nothing else', () => {
  const detour: Checked = { check: 'turnUdp', ...found('limited', 'blocked') };
  const missing: Checked = { check: 'devices', ...found('failed', 'missing') };
  const blocked: Checked = { check: 'turnTls', ...found('failed', 'blocked') };
  const slow: Checked = { check: 'processor', ...found('limited', 'slow') };
  expect(worthTelling([slow, missing, detour, blocked])).toMatch(/nothing through by TLS/);
  // The page says itself that there is no microphone.
  expect(worthTelling([slow, missing, detour])).toMatch(/detour/);
  expect(worthTelling([slow, { check: 'browser', outcome: 'passed' }])).toBeUndefined();
});
