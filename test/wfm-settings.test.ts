import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { wfmSettings } from '../model/settings/wfm.ts';

type Resolve = { readonly resolveVariable: (name: string) => Promise<unknown> };
const settings = createRequire(import.meta.url)('../deploy/wfm-settings.cjs') as (
  osls: Resolve,
) => Promise<object>;
/** osls gives JSON as text or as what it says. */
const ofParameter = (wfm: unknown) => settings({ resolveVariable: async () => wfm });
const sftp = { host: 'sftp.example.com', user: 'centre', hostKeys: [`SHA256:${'a'.repeat(43)}`] };

test('the template’s defaults are those that the functions have', async () => {
  const { everyMinutes, tries, keepDays } = wfmSettings.parse({});
  const defaults = { rate: `rate(${everyMinutes} minutes)`, tries, keepDays };
  for (const none of ['{}', '', {}]) {
    expect(await ofParameter(none)).toEqual({ ...defaults, delivers: 'no', isOn: false, collects: 'no' });
  }
});

test('files are sent where there is a server, and the collector keeps records unless Firehose does', async () => {
  for (const given of [{ sftp }, JSON.stringify({ sftp })]) {
    expect(await ofParameter(given)).toMatchObject({ delivers: 'yes', isOn: true, collects: 'yes' });
  }
  const firehose = await ofParameter({
    sftp,
    recordsFrom: 'firehose',
    everyMinutes: 15,
    tries: 3,
    keepDays: 7,
  });
  expect(firehose).toMatchObject({ collects: 'no', rate: 'rate(15 minutes)', tries: 3, keepDays: 7 });
});

test('what does not fit into a function’s environment is refused', async () => {
  const key = `ssh-rsa ${'A'.repeat(700)}`;
  await expect(ofParameter({ sftp: { ...sftp, hostKeys: [key, key] } })).rejects.toThrow(
    'give host keys by their',
  );
  await expect(ofParameter('{')).rejects.toThrow('is not JSON');
});
