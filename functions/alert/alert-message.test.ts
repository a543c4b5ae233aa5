import { expect, test } from 'vitest';
import { defaultRules } from '../../dashboards/alerts/default-rules.ts';
import { type Alert, alert } from '../../model/alerts/alert.ts';
import { alertMessage } from './alert-message.ts';
import { slackMessage } from './slack-message.ts';

const site = 'https://quality.example.com/';
const raisedAt = '2026-03-04T10:00:00.000Z';
const reading = { value: 50, restsOn: 40, at: raisedAt };

/** An alert of a rule that is narrowed to these queues. */
function alertOf(queue: readonly string[]): Alert {
  return alert.parse({
    id: 'a',
    revision: 1,
    rule: { ...defaultRules[0], filters: { queue } },
    group: 'Krakow',
    scope: { queue, site: ['Krakow'] },
    raisedAt,
    first: reading,
    worst: reading,
    latest: reading,
    notices: [],
  });
}

const many = Array.from({ length: 100 }, (_, i) => `<Billing & Orders of the ${i}th region>`);

test('a link that nothing could open leads to the alerts instead', () => {
  expect(alertMessage([alertOf(['VIP'])], 'raised', site).link).toContain('queue=VIP');
  expect(alertMessage([alertOf(many)], 'raised', site).link).toBe(`${site}alerts`);
});

test('of a rule that is narrowed to many queues Slack gets no longer texts than it takes', () => {
  const { blocks } = slackMessage(alertMessage([alertOf(many)], 'raised', site)) as {
    blocks: readonly { text: { text: string } }[];
  };
  for (const { text } of blocks) expect(text.text.length).toBeLessThanOrEqual(3000);
  expect(blocks[0]?.text.text).toMatch(
    /^\*Critical: Poor calls at a site: Site Krakow, .*…\*\nPoor calls: 50.0 % /,
  );
});

const ruleOf = (id: string) => defaultRules.find((rule) => rule.id === id);
const of = (rule: string, group: string | null, scope: Alert['scope'], id = `${rule}-${group}`) =>
  alert.parse({ ...alertOf(['VIP']), id, rule: ruleOf(rule), group, scope });
const krakow = of('poor-calls-by-site', 'Krakow', { site: ['Krakow'] });
const lisbon = of('poor-calls-by-site', 'Lisbon', { site: ['Lisbon'] });
const slow = of('slow-agent-api', 'acceptContact', { operation: ['acceptContact'] });

test('of what a look has raised the widest comes first, and the others by what they are to it', () => {
  const { subject, severity, text, link, json } = alertMessage([slow, krakow, lisbon], 'raised', site);
  expect([subject, severity]).toEqual([
    'Critical: Poor calls at a site: Site Krakow, and 2 more',
    'critical',
  ]);
  expect(link).toContain('site=Krakow');
  const [may, atOnce] = ['What may follow from it:', 'At the same time:'].map((its) => text.indexOf(its));
  expect(text.indexOf('Slow agent API: Operation acceptContact')).toBeGreaterThan(may ?? 0);
  expect(text.indexOf('Site Lisbon')).toBeGreaterThan(atOnce ?? 0);
  expect(text).toContain(`${site}api?from=`);
  expect(text).toMatch(/All alerts: https:\/\/quality.example.com\/alerts$/);
  expect(json).toMatchObject({
    key: `${krakow.id}-raised`,
    alert: { group: 'Krakow' },
    also: [{ key: `${lisbon.id}-raised` }, { key: `${slow.id}-raised`, alert: { group: 'acceptContact' } }],
  });
});

test('what is over together is no consequence', () => {
  const { text, severity } = alertMessage([slow, slow], 'cleared', site);
  expect(text).not.toContain('follow');
  expect([text.includes('At the same time:'), severity]).toEqual([true, 'warning']);
});

test('the key is the same for the same alerts in any order, and another for others', () => {
  const keyOf = (...alerts: [Alert, ...Alert[]]) => alertMessage(alerts, 'raised', site).key;
  expect(keyOf(slow, krakow)).toBe(keyOf(krakow, slow));
  expect(keyOf(slow, krakow)).not.toBe(keyOf(slow, lisbon));
  expect(keyOf(slow)).toBe(`${slow.id}-raised`);
});

test('as many as go together fit into what Amazon SNS takes, and Slack, whatever they are narrowed to', () => {
  const all = Array.from({ length: 10 }, (_, i) => ({ ...alertOf(many), id: `a${i}` }));
  const message = alertMessage(all as unknown as [Alert, ...Alert[]], 'raised', site);
  const published = JSON.stringify([message.text, ...Array(5).fill(JSON.stringify(message.json))]);
  expect(Buffer.byteLength(published)).toBeLessThan(256 * 1024);
  const { blocks } = slackMessage(message) as { blocks: readonly { text: { text: string } }[] };
  expect(blocks.length).toBeLessThan(50);
  for (const { text } of blocks) expect(text.text.length).toBeLessThanOrEqual(3000);
});
