import { regionFault } from './check-settings.ts';
import { type ClientConfig, clientConfig, stackStatus } from './client-config.ts';
import { checkStageName } from './stage-name.ts';
import { nothingRemembered, readStageSettings, type StageSettings } from './stage-settings.ts';

/** A stage that is deployed. */
export type Stage = {
  readonly config: ClientConfig;
  /** What it was deployed with from this checkout; no parameters if it was not, or in another region. */
  readonly settings: StageSettings;
};

/**
 * Where a stage is: in the region given, else the one that it was deployed to from this checkout, else the shell's.
 *
 * @throws Error that says what to give, or that it is not there
 */
export async function findStage(stage: string, given?: string): Promise<Stage> {
  checkStageName(stage);
  const remembered = await readStageSettings(stage);
  const region = regionOf(stage, given ?? remembered.region);
  const config = clientConfig(stage, region);
  if ((await stackStatus(stage, config)) === undefined)
    throw new Error(`There is no deployment ${stage} in ${region}; --region says where to look.`);
  // Of another region's deployment of the same name nothing holds here.
  const its = (remembered.region ?? region) === region ? remembered : nothingRemembered;
  return { config, settings: { ...its, region } };
}

function regionOf(stage: string, known: string | undefined): string {
  // Whatever the shell is for, the emulator of `npm start` is there: local/aws/account.ts.
  const region = known ?? (stage === 'local' ? 'eu-central-1' : process.env.AWS_REGION);
  if (region === undefined)
    throw new Error(`Say where ${stage} is, with --region: it was not deployed from this checkout.`);
  const fault = regionFault(region);
  if (fault) throw new Error(fault);
  return region;
}
