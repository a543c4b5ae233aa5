import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanLogText } from './clean-log-text.ts';
import { longestLogText } from './limits.ts';

test.each([
  ['Iframe initialization succeeded', 'Iframe initialization succeeded'],
  [
    '[Softphone Manager] confirmed as softphone master topic',
    '[Softphone Manager] confirmed as softphone master topic',
  ],
  ["'getAgentSnapshot' API request failed", "'getAgentSnapshot' API request failed"],
  ['Authorization failed with code 401', 'Authorization failed with code 401'],
  ['StreamsJS Version: 2.28.2', 'StreamsJS Version: 2.28.2'],
  ['AUTH_FAIL occurred. Attempting to authenticate.', 'AUTH_FAIL occurred. Attempting to authenticate.'],
  ['Iframe initialization time 1432', 'Iframe initialization time 1432'],
  [
    'Softphone call detected: contactId 9b5f0c1e-4d2a-4f57-9a3c-1f0e2d3c4b5a',
    'Softphone call detected: contactId [id 4b5a]',
  ],
  ['Session expires at 2026-03-04T10:00:00.123Z soon', 'Session expires at [time] soon'],
  [
    'Handshaking with Signalling Server wss://rtc.example/LCC?sessionToken=abc failed.',
    'Handshaking with Signalling Server [url] failed.',
  ],
  ['Ice collection timedout. turn:192.0.2.7:3478?transport=udp', 'Ice collection timedout. [url]'],
  ['Send digits 1234', 'Send digits [removed]'],
  [
    `[SoftphoneManager] sendSoftphoneReport success{"a":[${'1,'.repeat(2000)}`,
    '[SoftphoneManager] sendSoftphoneReport success [object]',
  ],
  ['SOFTPHONE state {"credential":"x y z"}', 'SOFTPHONE state [object]'],
  ['Remote v=0\r\no=- 4611 2 IN IP4 10.0.0.1', 'Remote [sdp]'],
  ['a=candidate:1 1 udp 2122260223 10.0.0.1 58122 typ host', '[sdp]'],
  ['peer at 10.0.0.1 or fe80::1ff:fe23:4567:890a', 'peer at [number] or [removed]'],
  ['call from +44 7700 900-123', 'call from [number]'],
  ['Bearer abc', 'Bearer [removed]'],
  ['token: a b c', 'token [removed]'],
  ['ana.silva@example.com left', '[mail] left'],
  ['', ''],
])('%j is kept as %j', (line, kept) => {
  expect(cleanLogText(line)).toBe(kept);
});

/** Forms that secrets and what names somebody really have. */
const base64 = fc.stringMatching(/^[A-Za-z0-9+/]{24,80}={0,2}$/);
const secretForms = {
  base64,
  jwt: fc.tuple(base64, base64, base64).map((parts) => `eyJ${parts.join('.').replaceAll('=', '')}`),
  hex: fc.stringMatching(/^[0-9a-f]{16,64}$/),
  uuid: fc.uuid(),
  simulated: fc.uuid().map((id) => `SIMULATED-SECRET-turn-credential-${id}`),
  turnUser: fc
    .tuple(fc.integer({ min: 1_600_000_000, max: 2_000_000_000 }), base64)
    .map((of) => of.join(':')),
  phone: fc
    .tuple(
      fc.constantFrom('+', '', '00'),
      fc.array(fc.stringMatching(/^\d{2,4}$/), { minLength: 3, maxLength: 5 }),
      fc.constantFrom('', ' ', '-', '.', ' (', '/'),
    )
    .map(([lead, groups, between]) => `${lead}${groups.join(between)}`),
  keyed: fc.stringMatching(/^\d{5,20}$/),
  ipv4: fc.ipV4(),
  ipv6: fc.ipV6().filter((address) => /\d/.test(address) && address.length > 9),
  eMail: fc.emailAddress(),
  accountArn: fc.stringMatching(/^arn:aws:connect:eu-central-1:\d{12}:instance\/[0-9a-f-]{36}$/),
  address: fc.webUrl({ withQueryParameters: true, withFragments: true }),
} as const;
const secret = fc.oneof(...Object.values(secretForms));
const word = fc.constantFrom(
  'Softphone',
  'call',
  'detected:',
  '[Audio',
  'Settings]',
  'failed',
  'with',
  'code',
  'at',
);
const words = fc.array(word, { maxLength: 5 }).map((all) => all.join(' '));
const punctuation = fc.constantFrom('', "'", '"', '(', '[', ':', ', ', '.', '=');

test('whatever secret stands in whatever line does not come out', () => {
  fc.assert(
    fc.property(words, punctuation, secret, punctuation, words, (before, open, value, close, after) => {
      const cleaned = cleanLogText(`${before} ${open}${value}${close} ${after}`);
      expect(cleaned).not.toContain(value);
    }),
    { numRuns: 5000 },
  );
});

test('what was dumped into a line, or stands after a telling word, does not come out, whatever its form', () => {
  const anything = fc.string({ minLength: 8, unit: 'binary' }).filter((text) => text.trim().length > 7);
  const around = fc.constantFrom<(value: string) => string>(
    (value) => `state ${JSON.stringify({ any: value })}`,
    (value) => `list ${JSON.stringify([value])}`,
    (value) => `<name>${value}</name>`,
    (value) => `Send digits ${value}`,
    (value) => `attributes: ${value}`,
    (value) => `TURN credential ${value}`,
    (value) => `callContextToken=${value}`,
    (value) => `Phone number is ${value}`,
    (value) => `a=ice-ufrag:${value}`,
    (value) => `device label "${value}"`,
    (value) => `user name ${value}`,
  );
  fc.assert(
    fc.property(anything, around, (value, line) => {
      expect(cleanLogText(line(value))).not.toContain(value.trim());
    }),
    { numRuns: 2000 },
  );
});

test.each(['a:a:a::a00', 'fe80::abcd', 'dead:beef::', '::ffff:192.0.2.1'])(
  'an address of letters alone is not taken for words: %s',
  (address) =>
    expect(cleanLogText(`Softphone peer ${address} failed`)).toBe('Softphone peer [removed] failed'),
);

test('cleaning again changes nothing, and a line stays a line', () => {
  const line = fc.array(fc.oneof(word, secret, fc.string({ unit: 'binary' })), { maxLength: 60 });
  fc.assert(
    fc.property(line, fc.constantFrom(' ', '', '\n', ': '), (parts, between) => {
      const cleaned = cleanLogText(parts.join(between));
      expect(cleanLogText(cleaned)).toBe(cleaned);
      expect(cleaned.length).toBeLessThanOrEqual(longestLogText);
      expect(cleaned).not.toMatch(/[\p{Cc}]|\p{Nd}{5}/u);
    }),
    { numRuns: 2000 },
  );
});

test('of a line of any length only the beginning is read, and no half of a word', () => {
  const long = `Softphone ${'abc '.repeat(600)}`;
  expect(cleanLogText(long).length).toBeLessThanOrEqual(longestLogText);
  expect(cleanLogText('a'.repeat(200_000))).toBe('');
});
