import { parseArgs } from 'node:util';
import { checkStageName } from './stage-name.ts';
import type { StageSettings } from './stage-settings.ts';

export const HELP = `npm run deploy -- [--stage STAGE] [--region REGION] [--ccp-url URL] [--saml-url URL] [--instance-id ID]
                 [--param name=value]... [--fresh] [--yes]

Deploys into the AWS account that your shell's credentials are for, and tries the result. What is not given is asked for
on a terminal, and remembered for the next time (.deploy/STAGE.json): an upgrade needs only the stage.

  --stage        which deployment, for instance prod: 1 to 10 lower-case letters and digits; dev if left out
  --region       the one of your Amazon Connect instance
  --ccp-url      Connect's softphone, for instance https://NAME.my.connect.aws/ccp-v2
  --saml-url     where agents sign in, if that is your identity provider
  --instance-id  of the Amazon Connect instance; looked up by the softphone's address if left out
  --param        any other parameter of docs/deploy.md; an empty value forgets it
  --fresh        forgets what is remembered: what is not given now has its default, on a stage that is there already too
  --yes          asks nothing: for pipelines
  --help         this`;

export type DeployArguments = {
  readonly help: boolean;
  readonly yes: boolean;
  /** Whether what is not given shall have its default, whatever the stage had before. */
  readonly fresh: boolean;
  readonly stage: string;
  /** Only what was given. */
  readonly given: StageSettings;
};

/** Reads the command line. Throws an Error that says what is wrong with it. */
export function deployArguments(args: readonly string[]): DeployArguments {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      stage: { ...text, default: 'dev' },
      region: text,
      'ccp-url': text,
      'saml-url': text,
      'instance-id': text,
      param: { ...text, multiple: true, default: [] },
      fresh: { type: 'boolean', default: false },
      yes: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  checkStageName(values.stage);
  const named = {
    ccpUrl: values['ccp-url'],
    samlUrl: values['saml-url'],
    instanceId: values['instance-id'],
  };
  const known = Object.entries(named).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return {
    help: values.help,
    yes: values.yes,
    fresh: values.fresh,
    stage: values.stage,
    given: {
      ...(values.region ? { region: values.region } : {}),
      parameters: { ...Object.fromEntries(values.param.map(parameter)), ...Object.fromEntries(known) },
    },
  };
}

function parameter(text: string): [string, string] {
  const [, name, value] = /^([A-Za-z]\w*)=(.*)$/s.exec(text) ?? [];
  if (name === undefined || value === undefined) throw new Error(`--param ${text}: write name=value`);
  return [name, value];
}

/** What was remembered, and over it what is given now; an empty value forgets. */
export function mergeSettings(remembered: StageSettings, given: StageSettings): StageSettings {
  const parameters = Object.entries({ ...remembered.parameters, ...given.parameters });
  return {
    ...remembered,
    ...given,
    parameters: Object.fromEntries(parameters.filter(([, value]) => value !== '')),
  };
}
