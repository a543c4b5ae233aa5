import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { channelTroubleKinds } from '../../../model/alerts/channel-trouble.ts';
import { warningKinds } from '../../../model/query/health.ts';
import { whatToDo } from './what-to-do.ts';

const deploy = join(import.meta.dirname, '..', '..', '..', 'deploy');
const guide = readFileSync(join(deploy, '..', 'docs', 'operate.md'), 'utf8');
const templates = globSync('*alarms*', { cwd: deploy }).map((file) =>
  readFileSync(join(deploy, file), 'utf8'),
);
const named = [...templates.join('\n').matchAll(/AlarmName: \S+\{sls:stage\}-(\S+)/g)].map(
  ([, name]) => name ?? '',
);

test('the guide has a section for every alarm and every warning', () => {
  expect(named.length).toBeGreaterThan(10);
  for (const section of [...named, 'errors', 'throttles', ...warningKinds, ...channelTroubleKinds]) {
    expect(whatToDo(section, guide), section).not.toEqual([]);
    expect(whatToDo(section, guide), section).toBeDefined();
  }
});

test('a section is its text, its list and its code, and ends where the next one begins', () => {
  const text = [
    '## Alarms',
    '### `a`: it broke',
    'First\nline, see [there](x.md).\n',
    '- do `this`',
    '  or that',
    '- then rest\n',
    '```sh\nnpm run x\n  y\n```',
    '### `b`: other',
    'Other.',
    '## Restoring',
    'No.',
  ].join('\n');
  expect(whatToDo('a', text)).toEqual([
    { kind: 'text', text: 'First line, see there.' },
    { kind: 'item', text: 'do this or that' },
    { kind: 'item', text: 'then rest' },
    { kind: 'code', text: 'npm run x\n  y' },
  ]);
  expect(whatToDo('b', text)).toEqual([{ kind: 'text', text: 'Other.' }]);
  expect(whatToDo('c', text)).toBeUndefined();
});
