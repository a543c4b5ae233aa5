/** A check before the first call, on its own page beside the softphone, through the deployed stack. */
import type { PreflightDocument } from '../../model/documents/preflight.ts';
import { watchPolicy } from './harness/policy.ts';
import { everyDocument, findWhen } from './harness/search.ts';
import { simulator } from './harness/simulator.ts';
import { openSoftphone } from './harness/softphone.ts';
import { runningStack } from './harness/stack.ts';
import { test } from './harness/visitor.ts';

const agent = 'magdalena.kaminska';

test('a check is stored as a document that tells what was found, and none of what Connect handed out', async ({
  visit,
  expect,
}) => {
  const since = new Date();
  const { context, page: softphone, openTab } = await openSoftphone(visit, agent);
  const violations = await watchPolicy(context);
  expect(await softphone.getByRole('link', { name: 'Check this computer' }).getAttribute('href')).toBe(
    'check.html',
  );
  const page = await openTab(`${runningStack().softphoneUrl}check.html`);
  await page.getByRole('button', { name: 'Start the check' }).click();
  await page.getByText('Your managers see this result').waitFor();

  const clauses = [{ term: { agent } }, { range: { '@timestamp': { gte: since.toISOString() } } }];
  const [stored] = await findWhen<PreflightDocument>(
    'the check being stored',
    'softphone-preflights-*',
    clauses,
    (found) => found.length > 0,
  );
  expect(stored).toMatchObject({ trigger: 'page', site: expect.any(String) });
  const checks = Object.fromEntries(stored?.checks.map(({ check, ...its }) => [check, its]) ?? []);
  // By the TURN server that the simulated Connect handed out to this agent, from whom only the frame knows.
  expect(checks).toMatchObject({
    turnUdp: { outcome: 'passed', value: expect.any(Number) },
    turnTcp: { outcome: 'passed', value: expect.any(Number) },
    regionRoundTrip: { outcome: 'passed' },
    apiRoundTrip: { outcome: 'passed' },
    microphoneLevel: { outcome: 'passed' },
    clockSkew: { outcome: 'passed' },
  });
  expect(violations).toEqual([]);
  const handedOut = (await simulator.secrets()).filter((secret) => secret.includes('turn-'));
  expect(handedOut.length).toBeGreaterThan(0);
  const documents = await everyDocument();
  for (const secret of handedOut)
    expect(documents.filter(({ text }) => text.includes(secret)).map(({ where }) => where)).toEqual([]);
});
