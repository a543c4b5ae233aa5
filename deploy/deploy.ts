/** `npm run deploy`: asks for what is missing, checks it, deploys, and tries the result. */
import { LambdaClient } from '@aws-sdk/client-lambda';
import { checkSettings, regionFault } from './cli/check-settings.ts';
import { type ClientConfig, clientConfig, stackName, stackStatus } from './cli/client-config.ts';
import { approvedOrigins, findInstance } from './cli/connect-instance.ts';
import { deployArguments, HELP, mergeSettings } from './cli/deploy-arguments.ts';
import { describeOutputs } from './cli/describe-outputs.ts';
import { originsToApprove, pageOrigins } from './cli/page-origins.ts';
import { askForMissing } from './cli/questions.ts';
import { moveFault, resetFault } from './cli/reset-fault.ts';
import { run } from './cli/run.ts';
import { resolveServerless, runServerless } from './cli/run-serverless.ts';
import { selfTest } from './cli/self-test.ts';
import {
  nothingRemembered,
  readStageSettings,
  type StageSettings,
  writeStageSettings,
} from './cli/stage-settings.ts';
import { syncUsers } from './cli/sync-users.ts';
import { readOutputs } from './read-outputs.ts';
import { fetchRtcLibrary } from './rtc-library.ts';

await run(async () => {
  const { help, yes, fresh, stage, given } = deployArguments(process.argv.slice(2));
  if (help) return console.info(HELP);
  const remembered = fresh ? nothingRemembered : await readStageSettings(stage);
  const merged = mergeSettings(remembered, given);
  const asked = yes || !process.stdin.isTTY ? merged : await askForMissing(merged);
  const config = clientConfig(stage, asked.region ?? process.env.AWS_REGION ?? '');
  refuseIf(regionFault(config.region), moveFault(stage, remembered, config.region));
  const before = await stackStatus(stage, config);
  console.info(`✔ credentials; ${before ? `the stage is there already (${before})` : 'a new stage'}`);
  refuseIf(resetFault(stage, { isThere: before !== undefined, fresh, remembered }));
  const settings = await withInstance({ ...asked, region: config.region }, config);
  refuseIf(...checkSettings(settings));
  await checkLibrary(settings);
  console.info(`✔ settings of ${stage} in ${config.region}`);
  await deploy(stage, settings, config);
});

function refuseIf(...faults: readonly (string | undefined)[]): void {
  const found = faults.filter((fault) => fault !== undefined);
  if (found.length > 0) throw new Error(found.join('\n'));
}

/** Before anything is deployed: what the agents' page would host calls with must be there, and be what it should be. */
async function checkLibrary({ parameters }: StageSettings): Promise<void> {
  const { softphone = 'framed', rtcLibrary: source = '', rtcLibrarySha256: sha256 = '' } = parameters;
  if (softphone === 'framed') return;
  await fetchRtcLibrary({ use: softphone === 'page' ? 'always' : 'onRequest', source, sha256 });
  console.info('✔ the library that the page hosts calls with');
}

async function withInstance(settings: StageSettings, config: ClientConfig): Promise<StageSettings> {
  const { instanceId, ccpUrl = '' } = settings.parameters;
  if (instanceId !== undefined || !URL.canParse(ccpUrl)) return settings;
  const found = await findInstance(config, ccpUrl);
  if (found === undefined) return settings;
  return { ...settings, parameters: { ...settings.parameters, instanceId: found } };
}

async function deploy(stage: string, settings: StageSettings, config: ClientConfig): Promise<void> {
  const { instanceId = '', agentAuth } = settings.parameters;
  const isLocal = stage === 'local';
  const approved = isLocal ? [] : await approvedOrigins(config, instanceId);
  console.info(approved ? '✔ Amazon Connect instance' : '· Amazon Connect may not be asked for its instance');

  // What cannot be deployed is not remembered either.
  await resolveServerless(stage, settings);
  await writeStageSettings(stage, settings);
  console.info('· deploying; a new search domain takes 20 to 40 minutes …');
  await runServerless('deploy', stage, settings);
  const outputs = await readOutputs(stackName(stage), config);
  console.info(await syncUsers(config, outputs));
  const origins = pageOrigins(outputs, settings);
  console.info(`✔ self-test: ${await selfTest(new LambdaClient(config), outputs, origins[0])}`);
  // The simulated Connect lets itself be embedded anywhere.
  const toApprove = isLocal ? [] : originsToApprove(origins, approved);
  const { region } = config;
  console.info(describeOutputs({ stage, region, outputs, toApprove, agentsSignIn: agentAuth === 'cognito' }));
}
