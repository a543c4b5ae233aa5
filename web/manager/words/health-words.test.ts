import { expect, test } from 'vitest';
import type { Health } from '../../../model/query/health.ts';
import { collectSettings } from '../../../model/settings/collect.ts';
import { concernsOf, countedBy, healthHeadline, unknownParts } from './health-words.ts';

const alarm = (name: string) => ({
  name,
  description: `${name} is wrong.`,
  since: '2026-03-04T10:00:00.000Z',
});

test('alarms come before warnings, and each leads to its section', () => {
  const troubles = [{ channel: 'webhook', kind: 'webhookWithoutUrl' }] as const;
  const concerns = concernsOf({
    alerting: { at: null, troubles: [...troubles] },
    alarms: [alarm('no-data'), alarm('softphoneStats-errors')],
    warnings: [{ kind: 'openIngest' }, { kind: 'recordsSetAside', count: 1200 }],
  });
  expect(concerns.map(({ isAlarm, section }) => [isAlarm, section])).toEqual([
    [true, 'no-data'],
    [true, 'errors'],
    [false, 'openIngest'],
    [false, 'recordsSetAside'],
    [false, 'webhookWithoutUrl'],
  ]);
  expect(concerns[3]?.text).toBe('1,200 records wait in the bucket of failed records.');
});

test('what is not known is never “everything works”', () => {
  expect(healthHeadline([], [])).toEqual({ rating: 'good', text: 'Everything works' });
  expect(healthHeadline([], ['the queue']).rating).toBe('fair');
  const [concern] = concernsOf({ alarms: [alarm('no-data')], warnings: [], alerting: null });
  expect(healthHeadline(concern ? [concern] : [], []).text).toBe('1 alarm is raised');
});

test('names the parts that are not known', () => {
  const collect = collectSettings.parse({});
  const nothing = {
    alarms: null,
    queue: null,
    failedRecords: null,
    messages: null,
    agents: null,
    alerting: null,
    data: null,
    metrics: null,
  };
  const health: Health = { at: '', warnings: [], ...nothing, search: null, collect };
  expect(unknownParts(health)).toHaveLength(9);
  expect(unknownParts({ ...health, alarms: [] })).not.toContain('the alarms');
});

test('says by what something was counted', () => {
  expect(countedBy({ route: 'api-metrics', reason: 'notJson', count: 1 })).toBe('api-metrics: not JSON');
  expect(countedBy({ kind: 'softphone-calls', reason: 'mapper_parsing_exception', count: 1 })).toBe(
    'softphone-calls: mapper_parsing_exception',
  );
  expect(countedBy({ route: 'api-metrics', count: 1 })).toBe('api-metrics');
});
