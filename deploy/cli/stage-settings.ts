import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as z from 'zod';

const stageSettings = z.object({
  region: z.string().optional(),
  /** Of serverless.yml, by name. */
  parameters: z.record(z.string(), z.string()).default({}),
});
/** What a stage was deployed with, so that an upgrade needs nothing typed. */
export type StageSettings = z.infer<typeof stageSettings>;

const folder = process.env.DEPLOY_FOLDER ?? join(dirname(dirname(import.meta.dirname)), '.deploy');

/** Reads what the stage was deployed with from this checkout; empty if it never was. */
export async function readStageSettings(stage: string, where = folder): Promise<StageSettings> {
  const text = await readFile(fileOf(stage, where), 'utf8').catch(() => '{}');
  return stageSettings.parse(JSON.parse(text));
}

/** Keeps it for the next time; git ignores the folder. */
export async function writeStageSettings(
  stage: string,
  settings: StageSettings,
  where = folder,
): Promise<void> {
  await mkdir(where, { recursive: true });
  await writeFile(fileOf(stage, where), `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 });
}

function fileOf(stage: string, where: string): string {
  return join(where, `${stage}.json`);
}
