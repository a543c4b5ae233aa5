/** `npm run reconcile`: compares what all sources say of a day's contacts, and lists where they differ, and why. */
import { parseArgs } from 'node:util';
import { reconciliation } from '../model/query/reconciliation.ts';
import { stackName } from './cli/client-config.ts';
import { differenceLines } from './cli/difference-lines.ts';
import { findStage } from './cli/find-stage.ts';
import { invokeFunction } from './cli/invoke-function.ts';
import { run } from './cli/run.ts';
import { readOutputs } from './read-outputs.ts';

const HELP = `npm run reconcile -- --stage STAGE --day YYYY-MM-DD [--region REGION] [--json]

Compares what is known of a day's contacts: their records, those that were set aside, the files sent for workforce
management, what Amazon Connect counted by queue and interval, and the calls that softphones had. Lists each difference with
its reason, and what to do. Ends with 1 where there is one that is not just on its way.

  --stage    the deployment; local is the one of npm start
  --day      in the time zone of the parameter wfm
  --json     all of it for a program, as GET /query/reconciliation answers
  --region   where it is, if it was not deployed from this checkout`;

await run(async () => {
  const text = { type: 'string' } as const;
  const yes = { type: 'boolean' } as const;
  const { values } = parseArgs({
    options: { stage: text, day: text, region: text, json: yes, help: yes },
  });
  const { stage, day, region } = values;
  if (values.help) return console.info(HELP);
  if (!stage || !day)
    throw new Error(`Say of which deployment and day: --stage STAGE --day YYYY-MM-DD.\n\n${HELP}`);
  const { config } = await findStage(stage, region);
  const { ReconcileFunction } = await readOutputs(stackName(stage), config);
  const found = reconciliation.parse(await invokeFunction(config, ReconcileFunction, { day }));
  if (values.json) console.info(JSON.stringify(found, null, 2));
  else for (const line of differenceLines(found)) console.info(line);
  if (found.differences.some(({ reason }) => reason !== 'notYet')) process.exitCode = 1;
});
