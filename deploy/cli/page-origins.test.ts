import { expect, test } from 'vitest';
import { originsToApprove, pageOrigins } from './page-origins.ts';

const site = { AgentSiteUrl: 'https://softphone.example.com/' };

test('the page is at its site, and wherever else it may send from', () => {
  expect(pageOrigins(site, { parameters: {} })).toEqual(['https://softphone.example.com']);
  const allowedOrigins = 'https://a.example, https://b.example,https://softphone.example.com';
  expect(pageOrigins(site, { parameters: { allowedOrigins } })).toEqual([
    'https://softphone.example.com',
    'https://a.example',
    'https://b.example',
  ]);
});

test('names each origin that Connect does not know', () => {
  const origins = ['https://softphone.example.com', 'https://a.example'];
  expect(originsToApprove(origins, ['https://Softphone.example.com/'])).toEqual(['https://a.example']);
  expect(originsToApprove(origins, origins)).toEqual([]);
  expect(originsToApprove(origins, undefined)).toEqual(origins);
});
