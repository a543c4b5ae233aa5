import { expect, test } from 'vitest';
import { whyNoStatistics } from './statistics-words.ts';

const answered = { channel: 'VOICE', agent: 'ana.silva', connectedToAgentAt: '2026-03-04T10:00:00Z' };

test.each([
  [{ ...answered, hasStatistics: true, expectsStatistics: true }, undefined],
  [{ ...answered, talkSeconds: 60 }, /being put together/],
  [{ ...answered, talkSeconds: 60, hasStatistics: false, expectsStatistics: true }, /outside the monitored/],
  [{ channel: 'CHAT', hasStatistics: false, expectsStatistics: false }, /only voice/],
  [{ channel: 'VOICE', hasStatistics: false, expectsStatistics: false }, /no agent took it/],
  [
    {
      ...answered,
      talkSeconds: 60,
      agentPhoneType: 'DESK_PHONE',
      hasStatistics: false,
      expectsStatistics: false,
    },
    /desk phone/,
  ],
  [{ ...answered, talkSeconds: 4, hasStatistics: false, expectsStatistics: false }, /too briefly/],
  // Settings may leave out what it hangs on.
  [{ ...answered, hasStatistics: false }, /does not say how long/],
] as const)('%j', (contact, why) => {
  const words = whyNoStatistics(contact);
  if (why === undefined) expect(words).toBeUndefined();
  else expect(words).toMatch(why);
});
