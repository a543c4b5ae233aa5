import { expect, test } from 'vitest';
import { addressOfAlert } from '../../../dashboards/alerts/address-of-alert.ts';
import { defaultRules } from '../../../dashboards/alerts/default-rules.ts';
import type { Alert } from '../../../model/alerts/alert.ts';
import { isAt, pages } from '../layout/pages.ts';
import { readView } from '../state/view.ts';

const raisedAt = '2026-03-04T10:00:00.000Z';
const clearedAt = '2026-03-04T12:00:00.000Z';
const scopes: Readonly<Record<string, Alert['scope']>> = {
  'poor-calls-by-site': { site: ['São Paulo & Rio'] },
  'poor-calls-by-queue': { queue: ['VIP'], site: ['Lisbon', 'Krakow'] },
  'slow-agent-api': { operation: ['acceptContact'] },
  'failed-set-ups': {},
  'run-of-poor-calls': { agent: ['rui.martins'] },
};

test.each(defaultRules)(
  'the link of an alert of "$name" opens a page that there is, narrowed to it',
  (rule) => {
    const scope = scopes[rule.id] ?? {};
    const [path = '', query] = addressOfAlert({ rule, scope, raisedAt, clearedAt }).split('?');
    expect(pages.some((page) => isAt(page.path, path))).toBe(true);
    const { chosen, range } = readView(new URLSearchParams(query));
    expect(chosen.values).toEqual(scope);
    const from = new Date(Date.parse(raisedAt) - rule.windowMinutes * 60_000).toISOString();
    expect(range).toEqual({ kind: 'fixed', from, to: clearedAt });
  },
);
