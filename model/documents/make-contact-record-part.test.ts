import { expect, test } from 'vitest';
import { contactRecord } from '../connect/contact-record.ts';
import { contactIdentity, contactRecordPart } from './contact-record-part.ts';
import { makeContactRecordPart } from './make-contact-record-part.ts';

const receivedAt = new Date('2026-03-04T10:01:15.250Z');
const least = {
  ContactId: '3c5b6f2a-1111-4222-8333-944445555666',
  InstanceARN: 'arn:aws:connect:eu-central-1:123456789012:instance/7f0c2d5e',
  InitiationTimestamp: '2026-03-04T10:00:00Z',
  LastUpdateTimestamp: '2026-03-04T10:01:14Z',
};

test('of a record that says next to nothing there is nothing but that', () => {
  const record = contactRecord.parse({ ...least, Agent: null, Queue: null, SegmentAttributes: {} });
  expect(makeContactRecordPart(record, receivedAt)).toEqual({
    '@timestamp': '2026-03-04T10:00:00.000Z',
    initiatedAt: '2026-03-04T10:00:00.000Z',
    updatedAt: '2026-03-04T10:01:14.000Z',
    receivedAt: '2026-03-04T10:01:15.250Z',
    instanceId: '7f0c2d5e',
    contactId: least.ContactId,
  });
});

test('a figure that is 0 is not one that is missing, and names are as everywhere', () => {
  const record = contactRecord.parse({
    ...least,
    Agent: { Username: 'Ana.Silva', NumberOfHolds: 0, LongestHoldDuration: null, HierarchyGroups: null },
    Queue: { Name: 'Billing', ARN: 'arn:q', Duration: 3, New: { field: true } },
    QualityMetrics: { Agent: { Audio: { QualityScore: 4.07, PotentialQualityIssues: [] } }, Customer: null },
    Attributes: { tier: 'gold', case: '7' },
  });
  const part = makeContactRecordPart(record, receivedAt);
  expect(part).toMatchObject({ agent: 'ana.silva', holds: 0, contactQueue: 'Billing', queueSeconds: 3 });
  expect(part.nativeQuality).toEqual({ agent: { score: 4.07 } });
  expect(part.attributes).toEqual(['case=7', 'tier=gold']);
  expect(part).not.toHaveProperty('longestHoldSeconds');
  expect(contactRecordPart.parse(part)).toEqual(part);
  expect(contactIdentity(part)).toEqual(['contact', '7f0c2d5e', least.ContactId]);
});

test('a record of which a used field is of another type is none', () => {
  for (const wrong of [{ Queue: 'Billing' }, { Agent: { NumberOfHolds: '1' } }, { InitiationTimestamp: 0 }]) {
    expect(contactRecord.safeParse({ ...least, ...wrong }).success).toBe(false);
  }
});
