import { expect, test } from 'vitest';
import { defaultRules } from '../../../dashboards/alerts/default-rules.ts';
import { splitNames } from '../../../dashboards/split-names.ts';
import { alert } from '../../../model/alerts/alert.ts';
import { csvOfTable } from '../tables/panel-table.ts';
import { tableOfAlerts } from './table-of-alerts.ts';
import { tableOfRules } from './table-of-rules.ts';

const at = '2026-03-04T10:00:00.000Z';
const reading = { value: 62.5, restsOn: 80, at };
const raised = alert.parse({
  id: 'a',
  revision: 1,
  rule: defaultRules[0],
  group: '=Krakow',
  scope: { site: ['=Krakow'] },
  raisedAt: at,
  first: reading,
  worst: reading,
  latest: reading,
  notices: [],
});
const lines = (csv: string) => csv.slice(1).trimEnd().split('\r\n');

test('a file has the instants, and the figure at worst as a number', () => {
  const over = { ...raised, clearedAt: '2026-03-04T12:00:00.000Z', because: 'recovered' as const };
  const [head, first, second] = lines(csvOfTable(tableOfAlerts([over, raised], splitNames)));
  expect(head).toContain(
    '"Raised","Severity","Rule","About","At worst","Value at worst","Rests on","Cleared"',
  );
  expect(first).toContain(`"${at}","Critical","Poor calls at a site","Site =Krakow"`);
  expect(first).toContain(',62.5,80,"2026-03-04T12:00:00.000Z"');
  expect(second).toContain(',62.5,80,,"until now","It is still raised"');
});

test('a picture has the colour that the page has', () => {
  expect(tableOfAlerts([raised], splitNames).rows[0]?.[1]).toMatchObject({
    text: 'Critical',
    rating: 'poor',
  });
});

test('rules are told in words, in their order', () => {
  const off = defaultRules.map((rule, i) => ({ ...rule, enabled: i > 0 }));
  const { rows } = tableOfRules(off, splitNames);
  expect(rows.map(([name]) => name?.text)).toEqual(defaultRules.map(({ name }) => name));
  expect(rows.slice(0, 2).map((row) => row[2]?.text)).toEqual(['off', 'on']);
  expect(rows[0]?.[3]?.text).toContain('raised above 10.0');
});
