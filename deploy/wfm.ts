/**
 * `npm run wfm -- files`: has the deployment make a day's files for workforce management, and puts them into a folder.
 * `npm run wfm -- send`: has it send a day's files, or one, by SFTP again.
 */
import { parseArgs } from 'node:util';
import { stackName } from './cli/client-config.ts';
import { fetchWfmFiles } from './cli/fetch-wfm-files.ts';
import { findStage } from './cli/find-stage.ts';
import { run } from './cli/run.ts';
import { saveFiles } from './cli/save-files.ts';
import { sendWfmFiles } from './cli/send-wfm-files.ts';
import { readOutputs } from './read-outputs.ts';

const HELP = `npm run wfm -- files --stage STAGE --day YYYY-MM-DD [--out FOLDER] [--region REGION]
npm run wfm -- send --stage STAGE (--day YYYY-MM-DD | --file NAME) [--region REGION]

files makes a day's files for workforce management of what is stored now: one row per contact, and by quarters of an hour the
queues, the agents in the queues and the agents. docs/wfm.md says what each column is. Run again they replace the former:
a record that came late, or again, is in its interval then.
send makes files of what is stored now and sends them by SFTP, whatever was sent before: a day's, or one. It needs a
deployment with wfm.sftp.

  --stage    the deployment; local is the one of npm start
  --day      in the time zone of the parameter wfm; of today, the intervals that are over
  --file     its name at the receiver, as queue-statistics-20260329T133000Z.csv, or that of a report
  --out      where to put them; left out, here
  --region   where it is, if it was not deployed from this checkout`;

await run(async () => {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { stage: text, day: text, file: text, out: text, region: text, help: { type: 'boolean' } },
  });
  const { stage, day, file, out = '.', region } = values;
  if (values.help) return console.info(HELP);
  const what = positionals.join();
  const isWhole = what === 'files' ? day && !file : what === 'send' && !day !== !file;
  if (!stage || !isWhole)
    throw new Error(
      `Say what, of which deployment, and which day: files or send, --stage STAGE --day YYYY-MM-DD.\n\n${HELP}`,
    );
  const { config } = await findStage(stage, region);
  const { WfmFilesFunction, SendWfmFunction } = await readOutputs(stackName(stage), config);
  if (what === 'send') return sendWfmFiles(config, SendWfmFunction, file ? { file } : { day });
  const files = await fetchWfmFiles(config, WfmFilesFunction, day ?? '');
  await saveFiles(out, files);
  for (const { name, rows } of files) console.info(`${name}  ${rows} rows`);
});
