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
  expect(alertMessage(alertOf(['VIP']), 'raised', site).link).toContain('queue=VIP');
  expect(alertMessage(alertOf(many), 'raised', site).link).toBe(`${site}alerts`);
});

test('of a rule that is narrowed to many queues Slack gets no longer texts than it takes', () => {
  const { blocks } = slackMessage(alertMessage(alertOf(many), 'raised', site)) as {
    blocks: readonly { text: { text: string } }[];
  };
  for (const { text } of blocks) expect(text.text.length).toBeLessThanOrEqual(3000);
  expect(blocks[0]?.text.text).toMatch(
    /^\*Critical: Poor calls at a site: Site Krakow, .*…\*\nPoor calls: 50.0 % /,
  );
});
