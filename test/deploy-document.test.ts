import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkSettings } from '../deploy/cli/check-settings.ts';
import { parameters } from '../deploy/cli/parameters.ts';
import { variants } from './deployment/variants.ts';

const root = join(import.meta.dirname, '..');
const service = readFileSync(join(root, 'serverless.yml'), 'utf8');
const params = service.slice(service.indexOf('\nparams:'), service.indexOf('\ncustom:'));
const withDefault = [...params.matchAll(/^ {4}(\w+): (.*)$/gm)].map(([, name = '', text = '']) => ({
  name,
  text: text.replace(/^(['"])(.*)\1$/, '$2'),
}));
const document = readFileSync(join(root, 'docs', 'deploy.md'), 'utf8');

test('docs/deploy.md and the check before a deployment have every parameter of serverless.yml, and no other', () => {
  const without = [...params.matchAll(/^ {4}# ([\w, ]+): .*No default\.$/gm)].flatMap(([, names]) =>
    names?.split(', '),
  );
  const table = document.slice(document.indexOf('## Parameters'), document.indexOf('### Domains'));
  const documented = [...table.matchAll(/^\| (.+?) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name),
  );
  expect(withDefault.length).toBeGreaterThan(20);
  const names = [...withDefault.map(({ name }) => name), ...without];
  expect(documented.toSorted()).toEqual(names.toSorted());
  expect(Object.keys(parameters).sort()).toEqual(names.toSorted());
});

test('the check lets each default through, and the deployments that are judged', () => {
  const needed = { instanceId: '0b1c2d3e-0000', ccpUrl: 'https://example.my.connect.aws/ccp-v2' };
  const region = 'eu-central-1';
  const defaults = withDefault.filter(({ text }) => text !== '').map(({ name, text }) => [name, text]);
  const all = [Object.fromEntries(defaults), ...Object.values(variants)];
  for (const its of all) expect(checkSettings({ region, parameters: { ...its, ...needed } })).toEqual([]);
});
