import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

const OLDEST_JAVA = 21;
const MAC_HOME = join('Contents', 'Home');
const FOLDERS_OF_JDKS = [
  '/usr/lib/jvm',
  '/usr/java',
  '/opt/java',
  '/Library/Java/JavaVirtualMachines',
  join(homedir(), '.sdkman', 'candidates', 'java'),
  join(homedir(), '.jdks'),
  join(homedir(), '.local', 'share', 'mise', 'installs', 'java'),
];

/**
 * The home of a JDK of at least version 21 (OpenSearch 3 needs that): JAVA_HOME, else the one on the PATH, else the newest
 * in the usual folders.
 * @returns {{home: string, version: string}}
 * @throws {Error} that lists what was found instead
 */
export function findJava() {
  const preferred = [process.env.JAVA_HOME, ...homesOnPath()].filter(Boolean).map(describe);
  const others = FOLDERS_OF_JDKS.flatMap(homesIn)
    .map(describe)
    .sort((a, b) => b.major - a.major);
  const found = [...preferred, ...others].find(
    ({ major, hasCompiler }) => major >= OLDEST_JAVA && hasCompiler,
  );
  if (found) return found;
  const seen = [...preferred, ...others].filter(({ major }) => major > 0);
  throw new Error(
    `A JDK ${OLDEST_JAVA} or newer (with javac) is needed for the search node; ` +
      (seen.length > 0
        ? `found only ${seen.map(({ home, version }) => `${version} in ${home}`).join(', ')}.`
        : 'found none.') +
      ' Install one (for instance Temurin, or apt install openjdk-21-jdk-headless) or set JAVA_HOME; or set OPENSEARCH_URL to an OpenSearch that runs already.',
  );
}

function homesOnPath() {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'java'))
    .filter(existsSync)
    .map((java) => dirname(dirname(realpathSync(java))));
}

/** @param {string} folder */
function homesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .map((home) => (existsSync(join(home, MAC_HOME)) ? join(home, MAC_HOME) : home))
    .filter((home) => existsSync(join(home, 'bin', 'java')));
}

/** @param {string} home */
function describe(home) {
  const version = versionOf(home);
  const hasCompiler = existsSync(join(home, 'bin', 'javac'));
  return { home, version, major: Number.parseInt(version.replace(/^1\./, ''), 10) || 0, hasCompiler };
}

/** Reads the version from the JDK's `release` file; the few that have none are asked. @param {string} home */
function versionOf(home) {
  const release = join(home, 'release');
  if (existsSync(release)) return /JAVA_VERSION="([^"]+)"/.exec(readFileSync(release, 'utf8'))?.[1] ?? '';
  const { stderr } = spawnSync(join(home, 'bin', 'java'), ['-version'], { encoding: 'utf8' });
  return /version "([^"]+)"/.exec(stderr ?? '')?.[1] ?? '';
}
