/** `npm run collectors`: switches the functions that read Amazon Connect's streams off and on, and says how they are. */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { findStage } from './cli/find-stage.ts';
import { run } from './cli/run.ts';
import { type StreamConsumer, streamConsumers, switchConsumer } from './cli/stream-consumers.ts';

const HELP = `npm run collectors -- [off|on] --stage STAGE [--region REGION]

Switches the functions that read Amazon Connect's streams, of contact records and agents' events, off or on; with neither it
says whether they are on. What comes while they are off waits in its stream, and is collected once they are on again, in
order; what has waited there for longer than the stream keeps it is lost.

  --stage    the deployment; local is the one of npm start
  --region   where it is, if it was not deployed from this checkout`;

await run(async () => {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { stage: text, region: text, help: { type: 'boolean' } },
  });
  const { stage, region } = values;
  const [wanted, ...others] = positionals;
  if (values.help) return console.info(HELP);
  if (!stage || others.length > 0 || (wanted !== undefined && wanted !== 'off' && wanted !== 'on'))
    throw new Error(`Say what, and of which deployment: off or on, --stage STAGE.\n\n${HELP}`);
  const { config } = await findStage(stage, region);
  const consumers = await streamConsumers(stage, config);
  for (const consumer of consumers) {
    const state =
      wanted === undefined ? consumer.state : await switchConsumer(consumer, wanted === 'on', config, sleep);
    console.info(lineOf({ ...consumer, state }));
  }
  if (wanted === 'off') console.info(`\n${warningOf(consumers)}`);
});

function lineOf({ name, stream, state, keptHours }: StreamConsumer): string {
  return `${name}  ${state}  (${stream}, which keeps ${keptHours} hours)`;
}

function warningOf(consumers: readonly StreamConsumer[]): string {
  const hours = Math.min(...consumers.map(({ keptHours }) => keptHours));
  const until = new Date(Date.now() + hours * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
  return `Nothing is lost until ${until} UTC: switch them on before, or have the streams keep more. No alarm tells that they are off, and a deployment leaves them so.`;
}
