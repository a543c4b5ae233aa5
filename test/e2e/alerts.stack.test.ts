import { buffer } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import type { AlertRule, MeasureRule } from '../../model/alerts/rule.ts';
import { buildWindow } from '../builders.ts';
import { serve } from '../serve.ts';
import { seriousFaults } from './harness/accessibility.ts';
import {
  alertsOf,
  lookForAlerts,
  putRules,
  putWebhook,
  readTold,
  rulesAs,
  subscribe,
  type Told,
} from './harness/alerts.ts';
import { post, statsAt } from './harness/ingest.ts';
import { type Credentials, createMember, signIn, tokensOf } from './harness/manager.ts';
import { callsIndices, findWhen } from './harness/search.ts';
import { runningStack } from './harness/stack.ts';
import { test } from './harness/visitor.ts';
import { waitFor } from './harness/wait-for.ts';

/** Watches one queue, that nobody else's calls are in. */
const ruleOf = (queue: string): MeasureRule => ({
  id: 'bad-queue',
  name: 'Bad queue',
  enabled: true,
  severity: 'critical',
  kind: 'measure',
  measure: 'poorCalls',
  split: 'queue',
  filters: { queue: [queue] },
  raise: 60,
  clear: 50,
  windowMinutes: 60,
  minimumCount: 20,
});
let member: Credentials;
let admin = '';

/** Posts the beginning of calls of the queue, and waits until they are stored. */
async function calls(queue: string, count: number, isPoor: boolean): Promise<void> {
  const at = new Date(Date.now() - 60_000);
  for (let i = 0; i < count; i++) {
    const stats = statsAt(at, 'ana.silva', crypto.randomUUID());
    const window = buildWindow({ startedAt: at.toISOString() }, isPoor ? { lossPercent: 20 } : {});
    const call = { ...stats.call, queue: { name: queue } };
    await post('/softphone-stats', { ...stats, call, windows: [window] });
  }
  const rating = isPoor ? 'poor' : 'good';
  const its = [{ term: { contactQueue: queue } }, { term: { rating } }];
  await findWhen(`${count} calls`, callsIndices, its, (found) => found.length === count);
}

/** A webhook, and what was posted to it about a queue. */
async function webhookFor(queue: string) {
  const posted: Told[] = [];
  const { endpoint } = await serve(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const told = readTold(Buffer.concat(chunks).toString());
    posted.push(...told.filter(({ alert }) => alert.group === queue));
    response.end();
  });
  return { posted, endpoint };
}

/** What a button of the page saves. */
async function download(page: Page, button: string): Promise<Buffer> {
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return buffer(await (await saved).createReadStream());
}

const withoutOurs = (rules: readonly AlertRule[]) => rules.filter(({ id }) => id !== 'bad-queue');

beforeAll(async () => {
  member = await createMember(['admins']);
  admin = (await tokensOf(member)).access;
});
afterAll(() => putWebhook('none'));

test('rules are changed by admins, by version, and only to what can be watched', async () => {
  const { access: manager } = await tokensOf(runningStack().manager);
  const { access: limited } = await tokensOf(await createMember(['billing-leads']));
  const { version, rules } = await rulesAs(admin);
  const rule = ruleOf(`Rules ${crypto.randomUUID()}`);
  expect((await putRules(manager, { version, rules: [] })).status).toBe(403);
  const wrong = await putRules(admin, { version, rules: [{ ...rule, measure: 'loudness' }] });
  expect(wrong).toMatchObject({ status: 400 });
  expect(JSON.parse(wrong.text)).toMatchObject({ errors: [{ path: '$.rules[0].measure' }] });
  const written = await putRules(admin, { version, rules: [...withoutOurs(rules), rule] });
  expect(written.status, written.text).toBe(200);
  const late = await putRules(admin, { version, rules: [] });
  expect(late.status, late.text).toBe(409);
  expect((await rulesAs(manager)).rules.map(({ id }) => id)).toContain(rule.id);
  // It names a queue that is not theirs.
  expect((await rulesAs(limited)).rules.map(({ id }) => id)).not.toContain(rule.id);
});

test('a queue that turns bad is told once, and once that it is well again', async () => {
  const queue = `Alerts ${crypto.randomUUID()}`;
  const { version, rules } = await rulesAs(admin);
  // First, so that no alert about this machine leaves its calls out.
  await putRules(admin, { version, rules: [ruleOf(queue), ...withoutOurs(rules)] });
  const { posted, endpoint } = await webhookFor(queue);
  await putWebhook(endpoint);
  const published = await subscribe();
  const ofTopic = async () => (await published()).filter(({ alert }) => alert.group === queue);

  await calls(queue, 24, true);
  await lookForAlerts();
  await lookForAlerts();
  const [alert, ...others] = await waitFor(
    'the alert to be on record',
    () => alertsOf(queue, admin),
    (alerts) => alerts.length > 0,
  );
  expect(others).toEqual([]);
  expect(alert).toMatchObject({ scope: { queue: [queue] }, first: { value: 100 } });
  await waitFor(
    'the webhook',
    () => posted,
    (its) => its.length > 0,
  );
  expect(posted).toMatchObject([{ event: 'raised', key: `${alert?.id}-raised` }]);
  const link = new URL(posted[0]?.link ?? '');
  expect(link.href).toContain(runningStack().dashboardsUrl);
  expect(link.searchParams.get('queue')).toBe(queue);
  const { access: limited } = await tokensOf(await createMember(['billing-leads']));
  expect(await alertsOf(queue, limited)).toEqual([]);

  await calls(queue, 30, false);
  await lookForAlerts();
  await lookForAlerts();
  const [over] = await waitFor(
    'the alert to be cleared',
    () => alertsOf(queue, admin),
    ([its]) => its?.clearedAt !== undefined,
  );
  expect(over).toMatchObject({ id: alert?.id, because: 'recovered', worst: { value: 100 } });
  expect(over?.notices.every(({ status }) => status === 'delivered')).toBe(true);
  expect(posted.map(({ event }) => event)).toEqual(['raised', 'cleared']);
  const told = await waitFor('both on the topic', ofTopic, (its) => its.length > 1);
  expect(told.map(({ text }) => text)).toEqual([
    `Critical: Bad queue: Queue ${queue}`,
    `Cleared: Bad queue: Queue ${queue}`,
  ]);
});

test('an admin sees on the page what was raised, and changes a rule there', async ({ visit }) => {
  const { version, rules } = await rulesAs(admin);
  const queue = `Page ${crypto.randomUUID()}`;
  await putRules(admin, { version, rules: [ruleOf(queue), ...withoutOurs(rules)] });
  const { page } = await signIn(visit, member);
  await page.getByRole('link', { name: 'Alerts' }).click();
  await page.getByRole('region', { name: 'History' }).waitFor();
  const ours = page.getByRole('listitem').filter({ hasText: queue });
  await ours.getByText('raised above 60.0').waitFor();
  const judge = async (state: string) => expect(await seriousFaults(page), state).toEqual([]);
  await judge('the page');
  expect((await download(page, 'Rules: download as CSV')).toString()).toMatch(/^\uFEFF"Rule"/);
  expect((await download(page, 'Rules: download as PNG')).toString('latin1')).toMatch(/^\x89PNG/);
  await ours.getByRole('button', { name: 'Change the rule Bad queue' }).click();
  await judge('what can be done with a rule');
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  const form = page.getByRole('dialog');
  // The whole form: to axe a label that is scrolled out of the dialog is a hidden one.
  await page.setViewportSize({ width: 1280, height: 2400 });
  await form.getByLabel('Raised above').waitFor();
  await judge('the form');
  await form.getByLabel('Raised above').fill('40');
  await form.getByRole('button', { name: 'Save' }).click();
  // The limit that clears may not be stricter.
  await form.getByText('must be lower than the limit that raises, or the same').waitFor();
  await judge('a form with a fault');
  await form.getByLabel('Cleared down to').fill('30');

  // Meanwhile another admin looks further back with the same rule: neither of the two is lost unseen.
  const now = await rulesAs(admin);
  const theirs = now.rules.map((its) => (its.id === 'bad-queue' ? { ...its, windowMinutes: 90 } : its));
  expect((await putRules(admin, { version: now.version, rules: theirs })).status).toBe(200);
  await form.getByRole('button', { name: 'Save' }).click();
  await form.getByText('Somebody else has changed the rules meanwhile').waitFor();
  await form.getByText(/“Bad queue”: It was: .*60 minutes.* It is: .*90 minutes/).waitFor();
  await judge('a change of somebody else');
  expect(await form.getByLabel('Raised above').inputValue()).toBe('40');
  expect(await rulesAs(admin)).toMatchObject({ rules: theirs });
  await form.getByRole('button', { name: 'Save mine all the same' }).click();
  await ours.getByText('raised above 40.0').waitFor();
  const saved = (await rulesAs(admin)).rules.find(({ id }) => id === 'bad-queue');
  expect(saved).toMatchObject({ raise: 40, clear: 30, filters: { queue: [queue] } });
  await page.getByRole('button', { name: 'Add a rule' }).click();
  await form.getByText('An agent’s calls in a row').click();
  await form.getByText('Quiet hours').waitFor();
  await judge('the form of another kind');
});
