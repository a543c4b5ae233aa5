import { expect, test } from 'vitest';
import type { ContactAnswer } from '../../../model/query/contacts.ts';
import { whyNoVerdict } from './why-no-verdict.ts';

const joinedAt = '2026-03-04T10:00:00Z';
const softphone = (its: object) => its as NonNullable<ContactAnswer['contact']['softphone']>;

test.each([
  [{}, /just being put together/],
  [{ joinedAt }, /^Nothing to judge/],
  [{ joinedAt, softphone: softphone({ rating: 'good', setupFailed: false }) }, /^Nothing to judge/],
  [{ joinedAt, softphone: softphone({ rating: 'poor' }) }, /^Not judged yet/],
  [{ joinedAt, softphone: softphone({ rating: 'unclassified', setupFailed: true }) }, /^Not judged yet/],
  [{ joinedAt, potentialDisconnectIssue: 'AGENT_DEVICE_ISSUE' }, /^Not judged yet/],
  [{ joinedAt, nativeQuality: { customer: { score: 2.9 } } }, /^Not judged yet/],
  [
    { joinedAt, softphone: softphone({ rating: 'poor' }), verdictOfOther: true as const },
    /^Judged on the call of an agent whom your view/,
  ],
  [{ joinedAt, nativeQuality: { agent: { score: 3 } } }, /^Nothing to judge/],
])('%j', (contact, words) => {
  expect(whyNoVerdict(contact)).toMatch(words);
});
