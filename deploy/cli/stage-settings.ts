import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { json } from '../../model/settings/json.ts';

const stageSettings = z.object({
  region: z.string().optional(),
  /** Of serverless.yml, by name. */
  parameters: z.record(z.string(), z.string()).default({}),
});
/** What a stage was deployed with, so that an upgrade needs nothing typed. */
export type StageSettings = z.infer<typeof stageSettings>;

/** Of a stage that was never deployed from this checkout. */
export const nothingRemembered: StageSettings = { parameters: {} };

const folder = process.env.DEPLOY_FOLDER ?? join(dirname(dirname(import.meta.dirname)), '.deploy');

/**
 * Reads what the stage was deployed with from this checkout; empty if it never was.
 *
 * @throws Error that names the file if it holds something else: what it should say must not go back to defaults unseen
 */
export async function readStageSettings(stage: string, where = folder): Promise<StageSettings> {
  const file = fileOf(stage, where);
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return nothingRemembered;
  const { data } = json(stageSettings).safeParse(text);
  if (data) return data;
  throw new Error(`${file} does not hold the settings of a stage: copy it anew, or delete it.`);
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
