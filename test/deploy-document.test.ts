import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const service = readFileSync(join(root, 'serverless.yml'), 'utf8');
const document = readFileSync(join(root, 'docs', 'deploy.md'), 'utf8');

test('docs/deploy.md has every parameter of serverless.yml, and no other', () => {
  const params = service.slice(service.indexOf('\nparams:'), service.indexOf('\ncustom:'));
  const withDefault = [...params.matchAll(/^ {4}(\w+):/gm)].map(([, name]) => name);
  const without = [...params.matchAll(/^ {4}# ([\w, ]+): .*No default\.$/gm)].flatMap(([, names]) =>
    names?.split(', '),
  );
  const table = document.slice(document.indexOf('## Parameters'), document.indexOf('### Domains'));
  const documented = [...table.matchAll(/^\| (.+?) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name),
  );
  expect(withDefault.length).toBeGreaterThan(20);
  expect(documented.toSorted()).toEqual([...withDefault, ...without].sort());
});
