import { expect, test } from 'vitest';
import { nearest } from './nearest.ts';

const known = ['retentionDays', 'logRetentionDays', 'mfa', 'sites', 'managerLimits'];

test.each([
  ['retentiondays', 'retentionDays'],
  ['retentionDay', 'retentionDays'],
  ['mangerLimits', 'managerLimits'],
  ['site', 'sites'],
  ['MFA', 'mfa'],
  ['colour', undefined],
  ['x', undefined],
])('%s was meant to be %s', (slip, meant) => {
  expect(nearest(slip, known)).toBe(meant);
});
