import { parseArgs } from 'node:util';
import { nearest } from './nearest.ts';
import { checkStageName } from './stage-name.ts';

export const HELP = `npm run users -- add EMAIL [--group GROUP]...     creates the user; Cognito mails a temporary password
npm run users -- resend EMAIL                     mails a new one, for another 7 days, to who has never signed in
npm run users -- groups EMAIL --group GROUP...    puts the user into exactly these groups
npm run users -- list
npm run users -- remove EMAIL

  --stage     which deployment; dev if left out; local is the one of npm start
  --region    where it is, if it was not deployed from this checkout
  --group     managers, admins, or one of managerLimits; add without any means managers
  --password  with add, of the stage local only, where no mail is sent
  --yes       with groups: asks nothing, also where the user sees more afterwards`;

const verbs = ['add', 'groups', 'list', 'remove', 'resend'] as const;
type Verb = (typeof verbs)[number];

/** Which options go with which verb, beside those that say where. */
const optionsOf: Readonly<Record<Verb, readonly string[]>> = {
  add: ['group', 'password'],
  groups: ['group', 'yes'],
  list: [],
  remove: [],
  resend: [],
};

export type UsersArguments = {
  readonly stage: string;
  readonly region: string | undefined;
  readonly verb: Verb;
  /** Empty where it is about all of them. */
  readonly email: string;
  /** Undefined if none was given. */
  readonly groups: readonly string[] | undefined;
  readonly password: string | undefined;
  readonly yes: boolean;
};

/**
 * Reads the command line, whole, before anything is asked of AWS.
 *
 * @returns undefined if only help is wanted
 * @throws Error that says what is wrong
 */
export function usersArguments(args: readonly string[]): UsersArguments | undefined {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const group = { ...text, multiple: true } as const;
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { stage: text, region: text, group, password: text, yes: flag, help: flag },
  });
  if (values.help || args.length === 0) return undefined;
  const { stage = 'dev', region, group: groups, password, yes = false, help: _, ...others } = values;
  const verb = verbOf(positionals[0] ?? '');
  const email = emailOf(verb, positionals.slice(1));
  const given = { ...others, group: groups, password, yes: values.yes };
  const stray = Object.entries(given).find(
    ([name, its]) => its !== undefined && !optionsOf[verb].includes(name),
  );
  if (stray) throw new Error(`--${stray[0]} does not go with ${verb}.`);
  checkStageName(stage);
  if (password !== undefined && stage !== 'local')
    throw new Error(
      '--password is for the stage local: elsewhere Cognito mails one that nobody else has seen.',
    );
  if (verb === 'groups' && !groups)
    throw new Error('Say which groups: --group GROUP, once for each. Whoever shall see nothing is removed.');
  return { stage, region, verb, email, groups, password, yes };
}

function verbOf(text: string): Verb {
  const verb = verbs.find((known) => known === text);
  if (verb) return verb;
  const meant = nearest(text, verbs);
  throw new Error(
    text === ''
      ? `Say what to do: ${verbs.join(', ')}.`
      : `There is no "${text}"${meant ? `; is it ${meant}?` : `: take one of ${verbs.join(', ')}.`}`,
  );
}

function emailOf(verb: Verb, rest: readonly string[]): string {
  const [email = '', ...more] = rest;
  if (verb === 'list') {
    if (rest.length > 0) throw new Error(`list is of all users; "${rest.join(' ')}" does not go with it.`);
    return '';
  }
  if (!/^[^@\s]+@[^@\s]+$/.test(email)) throw new Error(`Say whose: npm run users -- ${verb} EMAIL`);
  if (more.length > 0) throw new Error(`One user at a time: "${more.join(' ')}" is too much.`);
  return email;
}
