import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Call } from '../calls/call.ts';
import { SignedIn } from '../testing/signed-in.ts';
import { signalling } from './routes.ts';

let centre: SignedIn;
let call: Call;

beforeEach(async () => {
  centre = new SignedIn();
  centre.open();
  call = await centre.ring();
});
afterEach(() => centre.stop());

const ask = async (query = '') => {
  const answer = await signalling(centre.calls).request(`/${call.contactId}/customer${query}`);
  return (await answer.json()) as { version: number; isSilent: boolean };
};

test('whoever plays the customer hears at once when they are to be silent, and when the call is over', async () => {
  const first = await ask();
  expect(first.isSilent).toBe(false);
  const silent = ask(`?version=${first.version}`);
  call.customerSilent = true;
  const second = await silent;
  expect(second.isSilent).toBe(true);
  const over = ask(`?version=${second.version}`);
  centre.calls.hangUp(call, 'CUSTOMER_DISCONNECT');
  expect((await over).version).toBeGreaterThan(second.version);
});
