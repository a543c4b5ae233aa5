import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { serve } from '../../test/serve.ts';
import { resendInvitation } from './resend-invitation.ts';

const email = 'lee@example.com';

/** Asks a Cognito that answers with this fault, if with any; gives what it was asked. */
async function resend(fault?: string): Promise<unknown> {
  let asked: unknown;
  const { endpoint } = await serve(async (incoming, response) => {
    asked = JSON.parse(await text(incoming));
    response.writeHead(fault ? 400 : 200, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(JSON.stringify(fault ? { __type: fault, message: 'no' } : {}));
  });
  const credentials = { accessKeyId: 'AKIA', secretAccessKey: 'x' };
  const config = { endpoint, region: 'eu-west-2', credentials };
  await resendInvitation(config, 'eu-west-2_a', email);
  return asked;
}

test('an invitation that has run out is mailed again, to nobody new', async () => {
  expect(await resend()).toEqual({
    UserPoolId: 'eu-west-2_a',
    Username: email,
    MessageAction: 'RESEND',
    DesiredDeliveryMediums: ['EMAIL'],
  });
});

test.each([
  ['UserNotFoundException', '"add" creates one'],
  ['UnsupportedUserStateException', 'has a password already'],
  ['InvalidParameterException', 'InvalidParameterException: no'],
])('says what to do where Cognito mails nothing: %s', async (fault, message) => {
  await expect(resend(fault)).rejects.toThrow(message);
});
