import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { defaultRules } from '../../../dashboards/alerts/default-rules.ts';
import type { AlertRule } from '../../../model/alerts/rule.ts';
import type { RuleBook } from '../../../model/query/alerts.ts';
import { RuleConflict } from './RuleConflict.tsx';

const [bySite, byQueue] = defaultRules as [AlertRule, AlertRule];
const bookOf = (version: string, ...rules: AlertRule[]): RuleBook => ({
  version,
  savedAt: null,
  rules,
  foreign: [],
});
const base = bookOf('1.1', bySite, byQueue);
const off = { ...bySite, enabled: false };
const draw = (theirs: RuleBook, id: string) =>
  renderToString(<RuleConflict base={base} theirs={theirs} id={id} />);

test('says what somebody else did, and what saving does to it', () => {
  const html = draw(bookOf('1.2', off, byQueue), byQueue.id);
  expect(html).toContain('“Poor calls at a site”: It was switched off.');
  expect(html).toContain('Saving keeps their changes and adds yours.');
});

test('warns where both have changed the same rule', () => {
  expect(draw(bookOf('1.2', off, byQueue), bySite.id)).toContain('saving puts yours in the place of theirs');
  expect(draw(bookOf('1.2', byQueue), bySite.id)).toContain('“Poor calls at a site” was taken away.');
});

test('says so where they changed nothing', () => {
  expect(draw(bookOf('1.2', bySite, byQueue), bySite.id)).toContain('They saved them as they were.');
});
