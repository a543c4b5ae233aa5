import * as z from 'zod';
import { emulator } from './aws.ts';
import { send } from './http.ts';
import { waitFor } from './wait-for.ts';

const mail = z.object({ To: z.array(z.string()), BodyText: z.string(), BodyHtml: z.string() });
const sentMail = z.object({ messages: z.record(z.string(), z.array(mail)) });

/** Waits for the code that Cognito mails to someone. */
export async function mailedCode(to: string): Promise<string> {
  const codes = await waitFor(
    'the mailed code',
    () => codesFor(to),
    ({ length }) => length > 0,
  );
  return codes.at(-1) ?? '';
}

async function codesFor(to: string): Promise<string[]> {
  const { text } = await send(`${emulator().endpoint}/_ministack/ses/messages`);
  return Object.values(sentMail.parse(JSON.parse(text)).messages)
    .flat()
    .filter((one) => one.To.includes(to))
    .flatMap(({ BodyText, BodyHtml }) => /\b\d{6}\b/.exec(BodyText || BodyHtml) ?? []);
}
