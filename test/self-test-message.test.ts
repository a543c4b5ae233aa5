import { expect, test } from 'vitest';
import { selfTestMessage } from '../deploy/cli/self-test.ts';
import { apiMetrics } from '../model/messages/api-metrics.ts';
import { messageVersion } from '../model/messages/version.ts';

test('the self-test of a deployment sends what today’s page may send', () => {
  const message = selfTestMessage('0b1c2d3e', 'self-test-0123456789abcdef', new Date());
  expect(apiMetrics.parse(message).version).toBe(messageVersion);
});
