import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';
import { makeOrganisation } from '../../local/organisation.ts';
import { withPlugs } from '../e2e/harness/devices.ts';
import { openSoftphone } from '../e2e/harness/softphone.ts';
import { test, type Visit } from '../e2e/harness/visitor.ts';
import { cases } from './warnings/cases.ts';
import { chromiumThatFallsSilent, microphoneCase } from './warnings/microphone-case.ts';
import { isRight, type Mode, type Outcome, runCase, tableOf } from './warnings/run-case.ts';

const modes: readonly Mode[] = ['framed', 'page'];
/** The longest first. Each call has an agent of its own. */
const agents = makeOrganisation().agents.map(({ username }) => username);
const rows = cases.flatMap((one) =>
  modes.filter((mode) => one.only === undefined || one.only === mode).map((mode) => ({ one, mode })),
);
const table: (Outcome & { ok: boolean })[] = [];
let ofRecording: Browser;

beforeAll(async () => {
  ofRecording = await chromiumThatFallsSilent();
});
afterAll(async () => {
  await ofRecording?.close();
  console.info(tableOf(table));
});

const queryOf = (mode: Mode) => (mode === 'page' ? '?softphone=page' : '?softphone=framed');
const limits = { timeout: 600_000 };

const [cleanCall] = cases;
const isSpoilt = ({ one }: (typeof rows)[number]) => one !== cleanCall;

function tryRows(some: typeof rows): void {
  test.concurrent.for(
    some.map((row) => [row.mode, row.one.name, row, agents[rows.indexOf(row)] ?? ''] as const),
  )('%s: %s', limits, async ([mode, , { one }, agent], { visit, expect }) => {
    const softphone = await openSoftphone(visit, agent, withPlugs, queryOf(mode));
    const outcome = await runCase(one, mode, softphone);
    const ok = isRight(one, outcome);
    table.push({ ...outcome, ok });
    expect({ ...outcome, ok }).toEqual({ ...outcome, ok: true });
  });
}

// A machine that is busy with other calls delays for real: of a clean one it must not.
describe('beside nothing else', () => tryRows(rows.filter((row) => !isSpoilt(row))));
describe('beside others', () => tryRows(rows.filter(isSpoilt)));

test.concurrent.for(modes)(
  '%s: a microphone that falls silent',
  limits,
  async (mode, { expect, onTestFinished }) => {
    const visit: Visit = async (_, options) => {
      const context = await ofRecording.newContext(options);
      onTestFinished(() => context.close());
      const openTab = async (url: string) => {
        const page = await context.newPage();
        await page.goto(url);
        return page;
      };
      return { context, openTab };
    };
    const agent = agents[rows.length + modes.indexOf(mode)] ?? '';
    const softphone = await openSoftphone(visit, agent, undefined, queryOf(mode));
    const outcome = await runCase(microphoneCase, mode, softphone);
    const ok = isRight(microphoneCase, outcome);
    table.push({ ...outcome, ok });
    expect({ ...outcome, ok }).toEqual({ ...outcome, ok: true });
  },
);
