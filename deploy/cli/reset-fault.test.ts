import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { moveFault, resetFault } from './reset-fault.ts';
import { nothingRemembered, readStageSettings, writeStageSettings } from './stage-settings.ts';

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

test('refuses to take one region’s parameters for another’s', () => {
  const remembered = { region: 'eu-west-2', parameters: { kmsKeyArn: 'arn:aws:kms:eu-west-2:1:key/a' } };
  expect(moveFault('prod', remembered, 'us-east-1')).toContain('to eu-west-2');
  expect(moveFault('prod', remembered, 'eu-west-2')).toBeUndefined();
  expect(moveFault('prod', nothingRemembered, 'us-east-1')).toBeUndefined();
});
