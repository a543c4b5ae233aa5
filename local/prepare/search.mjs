import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findJava } from './java.mjs';
import { made, root } from './paths.mjs';
import { run } from './run.mjs';

const source = join(root, 'local', 'search');
const folder = join(made, 'search');
const jars = join(folder, 'jars');
const classes = join(folder, 'classes');
const trial = join(folder, 'trial');
/** What local/parts/search-node.ts reads to start the node. */
const prepared = join(folder, 'prepared.json');
const NEEDS_MAVEN =
  'Maven is needed to fetch the search node (apt install maven, brew install maven), or set OPENSEARCH_URL to an OpenSearch that runs already.';

/** OpenSearch's jars and our launcher, compiled. @type {import('./step.mjs').Step} */
export const search = {
  name: 'search node',
  doing: 'fetching OpenSearch from Maven Central and compiling its launcher',
  isDone: () => Boolean(process.env.OPENSEARCH_URL) || isCurrent(),
  async run() {
    const { home, version } = findJava();
    for (const stale of [jars, classes, prepared]) rmSync(stale, { recursive: true, force: true });
    mkdirSync(classes, { recursive: true });
    const java = join(home, 'bin', 'java');
    const classPath = `${join(folder, 'launcher.jar')}:${join(jars, '*')}`;
    const archive = join(folder, 'classes.jsa');
    await run('search-jars', 'mvn', mavenParameters(), NEEDS_MAVEN);
    const javac = join(home, 'bin', 'javac');
    await run('search-compile', javac, compilerParameters(), `There is no ${javac}.`);
    const jar = join(home, 'bin', 'jar');
    await run(
      'search-jar',
      jar,
      ['cf', join(folder, 'launcher.jar'), '-C', classes, '.'],
      `There is no ${jar}.`,
    );
    await run('search-trial', java, trialParameters(classPath, archive), `There is no ${java}.`);
    rmSync(trial, { recursive: true, force: true });
    writeFileSync(
      prepared,
      JSON.stringify({ java, version, classPath, archive, sources: hashOfSources() }, null, 2),
    );
  },
};

function isCurrent() {
  if (!existsSync(prepared)) return false;
  const { java, sources } = JSON.parse(readFileSync(prepared, 'utf8'));
  return existsSync(java) && existsSync(jars) && sources === hashOfSources();
}

function mavenParameters() {
  const pom = join(source, 'pom.xml');
  return ['--batch-mode', '--file', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${jars}`];
}

function compilerParameters() {
  return ['-d', classes, '-cp', join(jars, '*'), join(source, 'SearchNode.java')];
}

/**
 * One start and stop that keeps the loaded classes: later starts take 3 s instead of 6.
 * @param {string} classPath
 * @param {string} archive
 */
function trialParameters(classPath, archive) {
  const options = [`-XX:ArchiveClassesAtExit=${archive}`, '-Dtrial=true'];
  return [...options, '-cp', classPath, 'SearchNode', '0', trial, join(source, 'log4j2.properties')];
}

function hashOfSources() {
  const hash = createHash('sha256');
  const files = [join(source, 'pom.xml'), join(source, 'SearchNode.java'), fileURLToPath(import.meta.url)];
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex');
}
