import { expect, test } from 'vitest';
import { preflight, preflightChecks } from '../../../model/messages/preflight.ts';
import type { UnsentEnvelope } from '../../monitor/envelope.ts';
import { type Checked, found } from './finding.ts';
import { preflightLetter } from './letter.ts';
import { shownChecks } from './names.ts';
import { reportText } from './report.ts';
import { runSteps } from './run-steps.ts';
import { wordsFor } from './words.ts';

const places = ['UDP 3478 to turn.example.com'];
const blocked: Checked = { check: 'turnUdp', ...found('failed', 'blocked'), places };
const startedAt = '2026-11-22T08:00:00.000Z';

test('IT is told what to open, the agent what it means', () => {
  expect(wordsFor(blocked)).toEqual({
    agent: 'Your network lets nothing through by UDP, which calls need.',
    it: 'UDP 3478 to turn.example.com is blocked: open it in the firewall, proxy or VPN.',
  });
  expect(wordsFor({ ...blocked, outcome: 'limited' })?.agent).toMatch(/detour/);
});

test('the text for IT names what was asked and what to do', () => {
  const rate: Checked = { check: 'sampleRate', outcome: 'passed', value: 48_000 };
  const text = reportText({
    outcome: 'failed',
    startedAt,
    agent: 'ana.silva',
    userAgent: 'A browser',
    checks: [rate, blocked],
  });
  expect(text.split('\n')).toEqual([
    'Softphone check: Calls would fail',
    `When: ${startedAt}`,
    'Agent: ana.silva',
    'Browser: A browser',
    '',
    '[Good] Sound quality of the headset: 48 kHz',
    '[Failed] Calls’ way to Amazon Connect, UDP: blocked, UDP 3478 to turn.example.com',
    '    UDP 3478 to turn.example.com is blocked: open it in the firewall, proxy or VPN.',
  ]);
});

test('what is sent names no host, and is as the API wants it', () => {
  const envelope = { clientId: 'c1' } as UnsentEnvelope;
  const letter = preflightLetter(
    envelope,
    { startedAt, trigger: 'page', outcome: 'failed' },
    [blocked],
    startedAt,
  );
  expect(letter).toMatchObject({ key: `preflight:c1:${startedAt}`, route: '/api-metrics' });
  expect(JSON.stringify(letter)).not.toContain('turn.example.com');
  const { preflight: sent } = letter.message as unknown as { preflight: unknown };
  expect(preflight.parse(sent)).toEqual(sent);
});

test('a step that throws is skipped, and says nothing; so is what comes after the end', async () => {
  const ending = new AbortController();
  const steps = [
    { checks: ['browser'] as const, run: () => Promise.reject(new Error('no')) },
    {
      checks: ['devices'] as const,
      run: async () => [{ check: 'devices', outcome: 'passed', value: 1 } as const],
    },
    {
      checks: ['processor'] as const,
      run: async () => {
        ending.abort();
        return [{ check: 'processor', outcome: 'passed' } as const];
      },
    },
    { checks: ['turnUdp', 'turnTcp'] as const, run: () => Promise.reject(new Error('never begun')) },
  ];
  const shown: (readonly string[])[] = [];
  const all = await runSteps(steps, ending.signal, (now) => shown.push(now));
  expect(all.map(({ check, outcome, reason }) => [check, outcome, reason])).toEqual([
    ['browser', 'skipped', 'unsupported'],
    ['devices', 'passed', undefined],
    ['processor', 'skipped', 'cancelled'],
    ['turnUdp', 'skipped', 'cancelled'],
    ['turnTcp', 'skipped', 'cancelled'],
  ]);
  expect(shown.at(-1)).toEqual([]);
});

test('every check has a name, in the order of the schema', () => {
  expect(shownChecks).toEqual(preflightChecks);
  const checks = preflightChecks.map((check): Checked => ({ check, outcome: 'passed' }));
  const text = reportText({ outcome: 'ready', startedAt, userAgent: '', checks });
  expect(text).not.toContain('undefined');
  expect(text.match(/\[Good\]/g)).toHaveLength(preflightChecks.length);
});
