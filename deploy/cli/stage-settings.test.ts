import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { nothingRemembered, readStageSettings, writeStageSettings } from './stage-settings.ts';

async function folder(): Promise<string> {
  const its = await mkdtemp(join(tmpdir(), 'stage-settings-'));
  onTestFinished(() => rm(its, { recursive: true }));
  return its;
}

test('remembers what a stage was deployed with', async () => {
  const where = await folder();
  expect(await readStageSettings('prod', where)).toEqual(nothingRemembered);
  const settings = { region: 'eu-west-2', parameters: { mfa: 'ON' } };
  await writeStageSettings('prod', settings, join(where, 'new'));
  expect(await readStageSettings('prod', join(where, 'new'))).toEqual(settings);
});

test.each(['', '{"region": ', '{"parameters": []}', '[]'])('does not take %j for nothing', async (text) => {
  const where = await folder();
  await writeFile(join(where, 'prod.json'), text);
  await expect(readStageSettings('prod', where)).rejects.toThrow('prod.json does not hold');
});
