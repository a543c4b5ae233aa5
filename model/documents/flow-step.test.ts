import { expect, test } from 'vitest';
import { contactFlowLog } from '../connect/contact-flow-log.ts';
import { flowStepDocument, flowStepIdentity, makeFlowStep } from './flow-step.ts';

const log = contactFlowLog.parse({
  ContactId: '3C5B6F2A-1111-4222-8333-944445555666',
  ContactFlowModuleType: 'SetQueue',
  Timestamp: '2026-03-04T10:00:00.123Z',
  Parameters: { Queue: 'arn:q', Again: 1 },
});
const its = { logEventId: '7', instanceId: 'i', receivedAt: new Date('2026-03-04T10:00:02.000Z') };

test('a step of a flow', () => {
  const step = makeFlowStep({ log, failed: false, ...its });
  expect(step).toMatchObject({ moduleType: 'SetQueue', parameters: ['Again=1', 'Queue=arn:q'] });
  expect(step).not.toHaveProperty('failed');
  expect(flowStepDocument.parse(step)).toEqual(step);
  expect(makeFlowStep({ log, failed: true, ...its }).failed).toBe(true);
});

test('a step is the same at every delivery, whatever the case of its contact', () => {
  const step = makeFlowStep({ log, failed: false, ...its });
  expect(flowStepIdentity(step)).toEqual(['flow-step', 'i', log.ContactId.toLowerCase(), '7']);
});
