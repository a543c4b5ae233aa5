import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { nothingRemembered, resetFault } from './reset-fault.ts';
import { readStageSettings, writeStageSettings } from './stage-settings.ts';

test('refuses to reset a stage that another checkout deployed, and says what to do', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'reset-fault-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const remembered = await readStageSettings('prod', folder);
  const fault = resetFault('prod', { isThere: true, fresh: false, remembered });
  expect(fault).toContain('Copy\n.deploy/prod.json');
  expect(fault).toContain('--fresh');

  await writeStageSettings('prod', { region: 'eu-west-2', parameters: { instanceId: '1' } }, folder);
  const known = await readStageSettings('prod', folder);
  expect(resetFault('prod', { isThere: true, fresh: false, remembered: known })).toBeUndefined();
});

test('lets a new stage through, and whoever says that the rest is to have its default', () => {
  const remembered = nothingRemembered;
  expect(resetFault('prod', { isThere: false, fresh: false, remembered })).toBeUndefined();
  expect(resetFault('prod', { isThere: true, fresh: true, remembered })).toBeUndefined();
});
