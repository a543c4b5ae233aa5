import { parseArgs } from 'node:util';
import { type Subject, subject } from '../../model/documents/erasure.ts';

export const HELP = `npm run erase -- --stage STAGE (--contact ID | --agent NAME) [--yes] [--region REGION]

Says how much is stored of a contact or an agent, and with --yes erases it: documents of every kind, failed records,
and an agent's profile where agents sign in to send.
What still waits in the queue or in a browser is not stored any more when it comes. It takes a minute, and may be run again.

  --stage    the deployment; local is the one of npm start
  --contact  a contact id of Amazon Connect
  --agent    a user name of Amazon Connect: all of that agent's calls until now
  --yes      erase it; there is no way back
  --region   where it is, if it was not deployed from this checkout`;

export type EraseArguments = {
  readonly stage: string;
  readonly region: string | undefined;
  readonly subject: Subject;
  readonly erase: boolean;
};

/**
 * Reads the command line, with the form that the function wants, so that a slip does not reach it and raise its alarm.
 *
 * @returns undefined if only help is wanted
 * @throws Error that says what is wrong
 */
export function eraseArguments(args: readonly string[]): EraseArguments | undefined {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({
    args: [...args],
    options: { stage: text, region: text, contact: text, agent: text, yes: flag, help: flag },
  });
  const { stage, region, contact, agent, yes } = values;
  if (values.help || args.length === 0) return undefined;
  if (stage === undefined) throw new Error('Say of which deployment: --stage STAGE.');
  if ((contact === undefined) === (agent === undefined))
    throw new Error('Say whose data: --contact ID, or --agent NAME.');
  const { data } = subject.safeParse(contact === undefined ? { agent } : { contact });
  if (data) return { stage, region, subject: data, erase: yes };
  throw new Error(
    contact === undefined
      ? '--agent: give a user name of Amazon Connect, of 1 to 100 characters.'
      : `--contact ${contact}: a contact id is a UUID, such as 9b5f0c1e-4d2a-4f57-9a3c-1f0e2d3c4b5a.`,
  );
}
