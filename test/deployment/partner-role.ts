import { expect } from 'vitest';
import * as z from 'zod';
import { rightsOf } from './role-rights.ts';
import { type Resource, statementsOf } from './template.ts';

const trust = z.object({
  MaxSessionDuration: z.number(),
  AssumeRolePolicyDocument: z.object({
    Statement: z.tuple([
      z.object({
        Principal: z.object({ AWS: z.object({ 'Fn::Sub': z.string() }) }),
        Condition: z.object({ StringEquals: z.record(z.string(), z.string()) }),
      }),
    ]),
  }),
});

/** That the role of the variant `hardened` is for its partner alone, and reads what that variant chooses. */
export function expectPartnerToRead(role: Resource | undefined): void {
  const { MaxSessionDuration, AssumeRolePolicyDocument } = trust.parse(role?.properties);
  const [{ Principal, Condition }] = AssumeRolePolicyDocument.Statement;
  expect(MaxSessionDuration).toBe(12 * 3600);
  expect(Principal.AWS['Fn::Sub']).toContain(':444455556666:root');
  expect(Condition.StringEquals).toEqual({ 'sts:ExternalId': 'example-customer' });

  const statements = role ? statementsOf(role) : [];
  const rights = rightsOf(statements.filter(({ Effect }) => Effect === 'Allow'));
  const [searches, others] = [true, false].map((is) => rights.filter((its) => its.startsWith('es:') === is));
  const paths = ['calls', 'call-reports'].flatMap((kind) =>
    ['_search', '_count', '_mapping'].map((path) => `/softphone-${kind}-*/${path}`),
  );
  const reads = ['Get', 'Post'].flatMap((method) => paths.map((path) => `es:ESHttp${method} ${path}`));
  expect(searches).toEqual(reads.sort());
  expect(new Set((others ?? []).map((its) => its.split(' ')[0]))).toEqual(
    new Set([
      ...['Describe*', 'Get*', 'List*'].map((its) => `connect:${its}`),
      ...['DescribeLimits', 'DescribeStream', 'DescribeStreamSummary', 'GetRecords', 'GetShardIterator'].map(
        (its) => `kinesis:${its}`,
      ),
      ...['ListShards', 'ListTagsForStream'].map((its) => `kinesis:${its}`),
    ]),
  );
  expect(JSON.stringify(statements)).toContain('softphone-quality-production-agent-events');
  expect(JSON.stringify(statements)).not.toContain('contact-records');
}

/** That nobody can get into Amazon Connect itself through it. */
export function expectNeverToSignIn(role: Resource | undefined): void {
  const statements = role ? statementsOf(role) : [];
  expect(rightsOf(statements.filter(({ Effect }) => Effect === 'Deny'))).toEqual([
    'connect:GetContactAttributes *',
    'connect:GetFederationToken* *',
  ]);
}
