import type { Outputs } from '../read-outputs.ts';
import type { StageSettings } from './stage-settings.ts';

/** The parameters without a default: serverless.yml is not understood without them, whatever is done with it. */
const required = ['instanceId', 'ccpUrl'] as const;

/**
 * What `serverless remove` has to be told of a stage: no more than what has no default, because it only asks
 * CloudFormation to delete the stack. A checkout that did not deploy the stage has it from the stage itself.
 *
 * @param outputs of the stage; undefined where it has none, because its first deployment failed
 * @throws Error that says what to do if neither knows
 */
export function removalSettings(
  stage: string,
  remembered: StageSettings,
  outputs: Pick<Outputs, 'AgentSiteSettings'> | undefined,
): StageSettings {
  const known = { ...outputs?.AgentSiteSettings, ...remembered.parameters };
  const parameters = required.map((name) => [name, known[name]] as const);
  const missing = parameters.filter(([, value]) => !value).map(([name]) => name);
  if (missing.length === 0) {
    return {
      ...remembered,
      parameters: Object.fromEntries(parameters.map(([name, its]) => [name, `${its}`])),
    };
  }
  throw new Error(
    `Neither this checkout nor the deployment ${stage} itself knows ${missing.join(' and ')}. Copy .deploy/${stage}.json here from the
checkout that it was deployed from; or delete the stack softphone-quality-${stage} in CloudFormation's console, after you
have emptied its sites' buckets. Nothing was removed.`,
  );
}
