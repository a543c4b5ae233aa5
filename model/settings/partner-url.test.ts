import { expect, test } from 'vitest';
import { keyHeader, localPartnerUrl, partnerUrl } from './partner-url.ts';

test.each([
  'https://wfm.example.com/rta',
  'https://wfm.example.com:8443/rta?tenant=4711',
  'https://3com.example./x',
  'https://EXAMPLE.com',
])('takes %s', (url) => {
  expect(partnerUrl.safeParse(url).success).toBe(true);
});

test.each([
  'http://wfm.example.com/',
  'ftp://wfm.example.com/',
  'https://user:secret@wfm.example.com/',
  'https://wfm.example.com/#x',
  'https:\\\\wfm.example.com@10.0.0.1/',
  'https://10.0.0.1/',
  'https://169.254.169.254/latest/meta-data',
  // The same machine, otherwise written.
  'https://2852039166/',
  'https://0xa9fea9fe/',
  'https://0251.0376.0251.0376/',
  'https://127.1/',
  'https://[::1]/',
  'https://[::ffff:10.0.0.1]/',
  'https://8.8.8.8/',
  'https://localhost/',
  'https://x.localhost./',
  'https://vault.internal/',
  'https://printer.local/',
  'https://intranet/',
  'https://metadata.google.internal./',
  'wfm.example.com',
  'https://',
  '',
])('refuses %s', (url) => {
  expect(partnerUrl.safeParse(url).success).toBe(false);
});

test.each([
  'http://localhost:8080/rta',
  'http://127.0.0.1:1/',
  'http://[::1]:1/',
  'https://wfm.example.com/',
])('on a developer’s machine takes %s', (url) => {
  expect(localPartnerUrl.safeParse(url).success).toBe(true);
});

test.each(['http://wfm.example.com/', 'http://10.0.0.1/', 'http://localhost@10.0.0.1/', 'https://10.0.0.1/'])(
  'on a developer’s machine too refuses %s',
  (url) => {
    expect(localPartnerUrl.safeParse(url).success).toBe(false);
  },
);

test('sends the key in any header but those that mean something else', () => {
  expect(keyHeader.parse(undefined)).toBe('x-api-key');
  for (const name of ['authorization', 'x-partner-key']) expect(keyHeader.safeParse(name).success).toBe(true);
  for (const name of ['host', 'Content-Type', 'x key', 'x\r\ny', ''])
    expect(keyHeader.safeParse(name).success).toBe(false);
});
