import { expect, test } from 'vitest';
import { faultName, storedFaultName, tellIt } from '../../../dashboards/preflight-names.ts';
import { preflightChecks, preflightReasons } from '../../../model/messages/preflight.ts';
import type { LastCheck, LastChecks } from '../../../model/query/last-checks.ts';
import { csvOfTable } from '../tables/panel-table.ts';
import { countWords } from './check-words.ts';
import { tableOfChecks } from './table-of-checks.ts';

const check: LastCheck = {
  agent: 'ana.silva',
  site: null,
  routingProfile: 'Customer Care',
  at: '2026-03-04T08:00:00.000Z',
  trigger: 'signIn',
  outcome: 'failed',
  faults: [
    { check: 'turnTls', outcome: 'failed', reason: 'timedOut', value: null },
    { check: 'turnUdp', outcome: 'limited', reason: 'blocked', value: null },
    { check: 'devices', outcome: 'limited', reason: null, value: 0 },
  ],
};

test('a row says who, when, what did not pass and what to tell IT; in a file the time is UTC', () => {
  const csv = csvOfTable(tableOfChecks([check]));
  const [, row] = csv.trim().split('\r\n');
  expect(row).toContain(
    '"ana.silva","Not known","Customer Care","2026-03-04T08:00:00.000Z","Would have failed",' +
      '"TURN by TLS: timed out; TURN by UDP: blocked; Sound devices","Open TCP port 443 ',
  );
});

test('agents are counted in one sentence', () => {
  const answer: LastChecks = {
    from: '',
    to: '',
    agents: { failed: 3, limited: 5, ready: 1042 },
    checks: [],
    more: false,
  };
  expect(countWords(answer)).toMatch(
    /^By the last check of each of 1.050 agents: 3 would have failed, 5 could have called with limits, 1.042 were ready\.$/,
  );
});

test('each check and reason has a name, as it is stored too, and IT something to do', () => {
  for (const one of preflightChecks) {
    expect(tellIt(one)).toMatch(/^[A-Z].*\.$/);
    expect(storedFaultName(one)).toBe(faultName(one, undefined));
    for (const reason of preflightReasons)
      expect(storedFaultName(`${one} ${reason}`)).toBe(faultName(one, reason));
  }
  expect(storedFaultName('one of tomorrow')).toBe('one of tomorrow');
});
