import { expect, test } from 'vitest';
import { describeOutputs } from './describe-outputs.ts';
import { deployedOutputs } from './testing/deployed-outputs.ts';

const prod = { stage: 'prod', region: 'us-east-1', outputs: deployedOutputs, agentsSignIn: false };

test('prints commands that work as they are copied', () => {
  const said = describeOutputs({ ...prod, toApprove: [] });
  expect(said).toContain('npm run users -- add EMAIL --group managers --stage prod --region us-east-1');
  expect(said).not.toContain('Approved origins');
});

test('names every origin that is missing in Connect', () => {
  const toApprove = ['https://d1.cloudfront.net', 'https://softphone.example.com'];
  const said = describeOutputs({ ...prod, toApprove });
  for (const origin of toApprove) expect(said).toContain(origin);
});

test('says that ingest is open where it is', () => {
  const open = (agentsSignIn: boolean) =>
    describeOutputs({ ...prod, agentsSignIn, toApprove: [] }).includes('open to anyone');
  expect([open(false), open(true)]).toEqual([true, false]);
});
