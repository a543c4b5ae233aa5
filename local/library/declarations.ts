import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { root } from '../paths.ts';

/** Where `tsc -b` puts what it says of each project: a folder of the project's name, with the paths of the checkout. */
const declared = (path: string) => {
  const [project = ''] = path.split('/');
  return join(root, '.build', 'types', project, path.replace(/\.ts$/, '.d.ts'));
};
const importOf = /(from\s+|import\()(['"])(\.[^'"]+)\.ts\2/g;
/** Says nothing of types. */
const sideEffect = /^import\s+['"][^'"]+['"];\n/gm;

/**
 * The declarations that a file's types are made of: its own, and those of all that it imports, by path. They import each
 * other as what a bundler finds (`.js`), which every setting of TypeScript understands.
 *
 * @param entry path of the file in the checkout, such as `web/library/create-quality-monitor.ts`
 * @throws Error where one imports a package: then who installs the library would need it too
 */
export function declarationsOf(entry: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const add = (path: string) => {
    const name = path.replace(/\.ts$/, '.d.ts');
    if (found.has(name)) return;
    const text = readDeclaration(path).replaceAll(sideEffect, '');
    const foreign = /from\s+['"]([^.'"][^'"]*)['"]/.exec(text);
    if (foreign) throw new Error(`The types of ${path} need the package ${foreign[1]}`);
    found.set(name, text.replaceAll(importOf, '$1$2$3.js$2'));
    for (const [, , , its = ''] of text.matchAll(importOf)) add(normalize(join(dirname(path), `${its}.ts`)));
  };
  add(entry);
  return found;
}

function readDeclaration(path: string): string {
  const file = declared(path);
  if (!existsSync(file)) throw new Error(`There is no ${file}: run \`npx tsc -b\``);
  return readFileSync(file, 'utf8');
}
