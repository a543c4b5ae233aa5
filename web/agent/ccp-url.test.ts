import { expect, test } from 'vitest';
import { ccpUrl, needsStorageAccess } from './ccp-url.ts';

const at = (stage: string) => ({ stage, ccpUrl: 'http://localhost:5174/ccp-v2' });

test('the local stack lets the page choose its agent', () => {
  expect(ccpUrl(at('local'), '?agent=ana.silva')).toBe('http://localhost:5174/ccp-v2?agent=ana.silva');
  expect(ccpUrl(at('local'), '')).toBe('http://localhost:5174/ccp-v2');
});

test('no other stage does', () => {
  expect(ccpUrl(at('prod'), '?agent=ana.silva')).toBe('http://localhost:5174/ccp-v2');
});

test('storage access is asked for on Connect’s own domains', () => {
  expect(needsStorageAccess('https://acme.my.connect.aws/ccp-v2/')).toBe(true);
  expect(needsStorageAccess('https://acme.awsapps.com/connect/ccp-v2')).toBe(true);
  expect(needsStorageAccess('http://localhost:5174/ccp-v2')).toBe(false);
  expect(needsStorageAccess('https://my.connect.aws.example.com/')).toBe(false);
});
