import { regionFault } from './check-settings.ts';
import { type ClientConfig, clientConfig } from './client-config.ts';
import { checkStageName } from './stage-name.ts';
import { nothingRemembered, readStageSettings, type StageSettings } from './stage-settings.ts';

export type Stage = {
  readonly config: ClientConfig;
  /** What it was deployed with from this checkout; no parameters if it was not, or in another region. */
  readonly settings: StageSettings;
};

/**
 * Where a stage is: in the region given, else the one that it was deployed to from this checkout, else the shell's.
 *
 * @throws Error that says what to give
 */
export async function findStage(stage: string, given?: string): Promise<Stage> {
  checkStageName(stage);
  const remembered = await readStageSettings(stage);
  // Whatever the shell is for, the emulator of `npm start` is there: local/aws/account.ts.
  const shells = stage === 'local' ? 'eu-central-1' : process.env.AWS_REGION;
  const region = given ?? remembered.region ?? shells;
  if (region === undefined) {
    throw new Error(
      `Say where ${stage} is: --region. It was not deployed from this checkout, which would know.`,
    );
  }
  const fault = regionFault(region);
  if (fault) throw new Error(fault);
  // Of another region's deployment of the same name nothing holds here.
  const its = (remembered.region ?? region) === region ? remembered : nothingRemembered;
  return { config: clientConfig(stage, region), settings: { ...its, region } };
}
