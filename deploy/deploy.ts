/** `npm run deploy`: asks for what is missing, checks it, deploys, and tries the result. */
import { LambdaClient } from '@aws-sdk/client-lambda';
import { checkSettings, regionFault } from './cli/check-settings.ts';
import { type ClientConfig, clientConfig, stackName, stackStatus } from './cli/client-config.ts';
import { approvedOrigins, findInstance } from './cli/connect-instance.ts';
import { deployArguments, HELP, mergeSettings } from './cli/deploy-arguments.ts';
import { askForMissing } from './cli/questions.ts';
import { nothingRemembered, resetFault } from './cli/reset-fault.ts';
import { runServerless } from './cli/run-serverless.ts';
import { selfTest } from './cli/self-test.ts';
import { readStageSettings, type StageSettings, writeStageSettings } from './cli/stage-settings.ts';
import { syncUsers } from './cli/sync-users.ts';
import { type Outputs, readOutputs } from './read-outputs.ts';

try {
  await main();
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const { help, yes, fresh, stage, given } = deployArguments(process.argv.slice(2));
  if (help) return console.info(HELP);
  const remembered = fresh ? nothingRemembered : await readStageSettings(stage);
  const merged = mergeSettings(remembered, given);
  const asked = yes || !process.stdin.isTTY ? merged : await askForMissing(merged);
  const config = clientConfig(stage, asked.region ?? process.env.AWS_REGION ?? '');
  const wrongRegion = regionFault(config.region);
  if (wrongRegion) throw new Error(wrongRegion);
  const before = await stackStatus(stage, config);
  console.info(`✔ credentials; ${before ? `the stage is there already (${before})` : 'a new stage'}`);
  const wouldReset = resetFault(stage, { isThere: before !== undefined, fresh, remembered });
  if (wouldReset) throw new Error(wouldReset);
  const settings = await withInstance({ ...asked, region: config.region }, config);
  const faults = checkSettings(settings);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  console.info(`✔ settings of ${stage} in ${config.region}`);

  const { instanceId = '' } = settings.parameters;
  const origins = stage === 'local' ? [] : await approvedOrigins(config, instanceId);
  console.info(origins ? '✔ Amazon Connect instance' : '· Amazon Connect may not be asked for its instance');

  await writeStageSettings(stage, settings);
  console.info('· deploying; a new search domain takes 20 to 40 minutes …');
  await runServerless('deploy', stage, settings);
  const outputs = await readOutputs(stackName(stage), config);
  console.info(`✔ users of Amazon Connect: ${await syncUsers(config, outputs)}`);
  const origin = originOf(outputs, settings);
  console.info(`✔ self-test: ${await selfTest(new LambdaClient(config), outputs, origin)}`);
  const agentsSignIn = settings.parameters.agentAuth === 'cognito';
  console.info(describe(outputs, origins?.includes(origin) ? undefined : origin, agentsSignIn));
}

async function withInstance(settings: StageSettings, config: ClientConfig): Promise<StageSettings> {
  const { instanceId, ccpUrl = '' } = settings.parameters;
  if (instanceId !== undefined || !URL.canParse(ccpUrl)) return settings;
  const found = await findInstance(config, ccpUrl);
  if (found === undefined) return settings;
  return { ...settings, parameters: { ...settings.parameters, instanceId: found } };
}

/** The local stage's site is served by `npm start`, at the origin that was allowed for it. */
function originOf({ AgentSiteUrl }: Outputs, { parameters }: StageSettings): string {
  return parameters.allowedOrigins?.split(',')[0] || new URL(AgentSiteUrl).origin;
}

function describe(outputs: Outputs, toApprove: string | undefined, agentsSignIn: boolean): string {
  return [
    '',
    `  softphone              ${outputs.AgentSiteUrl}`,
    `  managers' pages        ${outputs.ManagerSiteUrl}`,
    `  OpenSearch Dashboards  ${outputs.OpenSearchDashboardsUrl}`,
    `  users, create them at  ${outputs.UsersUrl}`,
    `                         or: npm run users -- add EMAIL --group managers`,
    `  API                    ${outputs.ApiUrl}`,
    ...(toApprove
      ? [
          '',
          `Add ${toApprove} to "Approved origins" in Amazon Connect's console: without it`,
          `Connect's softphone refuses to be embedded.`,
        ]
      : []),
    ...(agentsSignIn
      ? []
      : ['', 'Ingest is open to anyone who knows the URL and the name of an agent: docs/deploy.md.']),
  ].join('\n');
}
