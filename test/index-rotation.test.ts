import { createRequire } from 'node:module';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexName, periodEnd, type Rotation, rotations } from '../model/documents/dated-index.ts';
import { datedKinds } from '../model/documents/kinds.ts';

type Resolve = { readonly resolveVariable: (name: string) => Promise<unknown> };
type Choice = {
  (osls: Resolve): Promise<{ rotation: Rotation }>;
  kinds: number;
  switchedOn: Readonly<Record<string, string>>;
  shardsOf: (kept: readonly { rotation: Rotation; days: number }[], nodes: number) => number;
  heapOf: (instanceType: string) => number;
};
const indexRotation = createRequire(import.meta.url)('../deploy/index-rotation.cjs') as Choice;

const small = {
  'sls:stage': 'prod',
  'param:searchSize': 'small',
  'param:retentionDays': '90',
  'param:retentionDaysByKind': '{}',
  'self:custom.searchInstanceType': 'm7g.medium.search',
  'self:custom.bySize': { small: { instanceCount: 1 }, ha: { instanceCount: 3 } },
};
const ha = { ...small, 'param:searchSize': 'ha', 'self:custom.searchInstanceType': 'r7g.large.search' };

async function rotationOf(variables: Readonly<Record<string, unknown>>): Promise<Rotation> {
  const resolveVariable = async (name: string) => {
    const [its = name, otherwise = ''] = name.split(', ');
    return variables[its] ?? otherwise.replaceAll("'", '');
  };
  return (await indexRotation({ resolveVariable })).rotation;
}

test('the shortest is taken with which the domain has no more shards than Amazon advises', async () => {
  expect(await rotationOf(small)).toBe('monthly');
  expect(await rotationOf({ ...small, 'param:retentionDays': '13' })).toBe('monthly');
  expect(await rotationOf({ ...small, 'param:retentionDays': '12' })).toBe('weekly');
  expect(await rotationOf({ ...small, 'param:retentionDays': 3 })).toBe('daily');
  expect(await rotationOf({ ...small, 'self:custom.searchInstanceType': 'm7g.xlarge.search' })).toBe(
    'weekly',
  );
  expect(await rotationOf(ha)).toBe('weekly');
  expect(await rotationOf({ ...ha, 'param:retentionDays': '30' })).toBe('daily');
  const one = { 'softphone-stream-stats': 4, 'connect-flow-logs': 4 };
  for (const byKind of [one, JSON.stringify(one)]) {
    const given = { ...small, 'param:retentionDays': '15', 'param:retentionDaysByKind': byKind };
    expect(await rotationOf(given)).toBe('weekly');
  }
});

test('what is given is taken, unless the domain would not take the shards', async () => {
  const weekly = { ...small, 'param:indexRotation': 'weekly', 'param:retentionDays': '60' };
  expect(await rotationOf(weekly)).toBe('weekly');
  const daily = { ...small, 'param:indexRotation': 'daily' };
  await expect(rotationOf(daily)).rejects.toThrow(/need 743 shards .* takes 125, better 50: choose a longer/);
  await expect(rotationOf({ ...small, 'param:retentionDays': '3650' })).rejects.toThrow('monthly');
  expect(await rotationOf({ ...ha, 'param:indexRotation': 'daily' })).toBe('daily');
});

test('contacts count by their own rotation and retention', async () => {
  const weekly = { ...small, 'param:retentionDays': '12' };
  expect(await rotationOf({ ...weekly, 'param:contactsRotation': 'daily' })).toBe('monthly');
  const years = { 'connect-contacts': 200 };
  expect(await rotationOf({ ...weekly, 'param:retentionDaysByKind': years })).toBe('monthly');
  expect(await rotationOf({ ...ha, 'param:retentionDaysByKind': { 'connect-contacts': 400 } })).toBe(
    'weekly',
  );
});

test('what Connect counts, and the softphone logs, has indices of its own only where it is switched on', async () => {
  const daily = { ...small, 'param:retentionDays': '3' };
  const on = '{"historical": {"on": true}, "current": {"on": true}}';
  expect(await rotationOf({ ...daily, 'param:metrics': on })).toBe('weekly');
  expect(await rotationOf({ ...daily, 'param:metrics': '{"historical": {"on": false}}' })).toBe('daily');
  const one = { ...daily, 'param:metrics': '{"historical": {"on": true}}' };
  expect(await rotationOf(one)).toBe('daily');
  expect(await rotationOf({ ...one, 'param:callLogs': 'on' })).toBe('weekly');
  const briefly = { 'connect-current-metrics': 2, 'connect-historical-metrics': 2 };
  expect(await rotationOf({ ...daily, 'param:retentionDaysByKind': briefly })).toBe('daily');
  const twoDays = { 'param:metrics': on, 'param:retentionDays': 3, 'param:retentionDaysByKind': briefly };
  expect(await rotationOf({ ...daily, ...twoDays })).toBe('daily');
});

test('of a node whose memory is not known nothing is refused', async () => {
  const daily = { 'param:indexRotation': 'daily', 'param:retentionDays': '3650' };
  expect(await rotationOf({ ...small, ...daily, 'self:custom.searchInstanceType': 'x9.huge.search' })).toBe(
    'daily',
  );
  expect(await rotationOf({ ...small, ...daily, 'param:searchEndpoint': 'search.example.com' })).toBe(
    'daily',
  );
  expect(await rotationOf({ ...small, 'param:searchEndpoint': 'search.example.com' })).toBe('weekly');
  expect(await rotationOf({ ...small, 'sls:stage': 'local' })).toBe('daily');
});

test('knows the heap of instances', () => {
  const heaps = [
    't3.small',
    'm7g.medium',
    'r7g.large',
    'c6g.2xlarge',
    'or1.large',
    'r6g.12xlarge',
    'x9.huge',
  ];
  expect(heaps.map((type) => indexRotation.heapOf(`${type}.search`))).toEqual([
    1,
    2,
    8,
    8,
    8,
    32,
    Number.POSITIVE_INFINITY,
  ]);
});

test('counts every kind, and no fewer indices than there can be at a time', () => {
  const { kinds, switchedOn } = indexRotation;
  expect(datedKinds).toEqual(expect.arrayContaining(Object.values(switchedOn)));
  expect(kinds + Object.keys(switchedOn).length).toBe(datedKinds.length);
  const dayMillis = 86_400_000;
  const instant = fc.date({ min: new Date('2026-01-01'), max: new Date('2029-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(
      fc.constantFrom(...rotations),
      fc.integer({ min: 1, max: 400 }),
      instant,
      (rotation, days, now) => {
        const oldest = now.getTime() - days * dayMillis;
        const names = new Set<string>();
        // Older than any that is kept, up to today.
        for (let at = oldest - 31 * dayMillis; at <= now.getTime(); at += dayMillis / 2)
          names.add(indexName('softphone-calls', new Date(at), rotation));
        const kept = [...names].filter((name) => (periodEnd(name) ?? 0) > oldest).length;
        const withOthers = indexRotation.shardsOf([{ rotation, days }], 1);
        expect(kept).toBeLessThanOrEqual(withOthers - indexRotation.shardsOf([], 1));
        expect(indexRotation.shardsOf([{ rotation, days }], 3)).toBe(2 * withOthers);
      },
    ),
    { examples: [['weekly', 4, new Date('2026-01-01')]] },
  );
});
