/**
 * Installs what `npm start` and `npm test` need and this checkout lacks: npm packages, the AWS emulator, the search node.
 * Plain JavaScript without imports from node_modules, because in a fresh clone there are none, and Node may be 20.
 * When nothing is missing it does nothing. `--packages-only` is for what needs nothing else, `--for-tests` for what
 * tests need beside, `--template-checks` for what judges the deployment's template, `--for-all-tests` for both: all is
 * fetched at the same time.
 */
import { apiChecks } from './prepare/api-checks.mjs';
import { emulator } from './prepare/emulator.mjs';
import { packages } from './prepare/packages.mjs';
import { search } from './prepare/search.mjs';
import { prepare } from './prepare/step.mjs';
import { templateChecks } from './prepare/template-checks.mjs';

const OLDEST_NODE = 20;

const node = Number(process.versions.node.split('.')[0]);
if (node < OLDEST_NODE) fail(`Node ${OLDEST_NODE} or newer is needed; this is ${process.versions.node}.`);

const results = await Promise.allSettled(steps().map(prepare));
const failures = results.flatMap((result) => (result.status === 'rejected' ? [result.reason.message] : []));
if (failures.length > 0) fail(failures.join('\n\n'));

function steps() {
  const isFor = (/** @type {string} */ option) => process.argv.includes(option);
  if (isFor('--packages-only')) return [packages];
  if (isFor('--template-checks')) return [packages, templateChecks];
  const stack = [packages, emulator, search];
  if (isFor('--for-tests')) return [...stack, apiChecks];
  return isFor('--for-all-tests') ? [...stack, apiChecks, templateChecks] : stack;
}

/** @param {string} message what is wrong and what to do */
function fail(message) {
  console.error(`\n${message}`);
  process.exit(1);
}
