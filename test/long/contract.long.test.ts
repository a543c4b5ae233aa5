import { rm } from 'node:fs/promises';
import { expect, onTestFinished, test } from 'vitest';
import { startStack } from '../../local/start-stack.ts';
import { freePorts } from '../e2e/free-ports.ts';
import { agentAccounts } from '../e2e/harness/agent-accounts.ts';
import { signInStackFolder } from '../e2e/harness/folders.ts';
import { type Trial, triedAgent, tryApi, tryApiOf } from '../e2e/harness/schemathesis.ts';

const everything = { phases: ['examples', 'coverage', 'fuzzing'], examples: 200 };

test('the API does what its description says, at every bound of it', { timeout: 900_000 }, async () => {
  expectSound(await tryApi(everything), 2000);
});

test('so it does where agents sign in: a message with its agent’s token, without, and with a spoilt one', {
  timeout: 900_000,
}, async () => {
  await rm(signInStackFolder, { recursive: true, force: true });
  const { stack, stop } = await startStack({
    environment: { ...process.env, OPENSEARCH_URL: undefined, ...(await freePorts()) },
    folder: signInStackFolder,
    parameters: { agentAuth: 'cognito' },
  });
  onTestFinished(stop);
  const accounts = await agentAccounts(stack);
  await accounts.create(triedAgent);
  const tokens = {
    managers: (await accounts.tokensOfManager()).access,
    agents: (await accounts.tokensOf(triedAgent)).access,
  };
  const trial = await tryApiOf({ stack, tokens, tag: 'ingest' }, everything);
  expectSound(trial, 1000);
  for (const path of ['/softphone-stats', '/softphone-reports', '/api-metrics']) {
    const statuses = new Set(trial.exchanges.flatMap((one) => (one.path === path ? one.status : [])));
    expect([path, ...statuses]).toEqual(expect.arrayContaining([202, 400, 401]));
  }
});

function expectSound({ isPassed, output, exchanges }: Trial, atLeast: number): void {
  console.info(`${exchanges.length} requests`);
  expect(isPassed, output.slice(-10_000)).toBe(true);
  expect(exchanges.length).toBeGreaterThan(atLeast);
  expect(exchanges.filter(({ status }) => status >= 500)).toEqual([]);
}
