const { spawnSync } = require('node:child_process');
const { join } = require('node:path');

/** Makes `serverless package` and `serverless deploy` bundle the functions first. osls asks for a class. */
module.exports = class BundleFunctions {
  constructor(serverless) {
    this.hooks = { 'before:package:initialize': () => bundle(serverless.serviceDir) };
  }
};

/** With the checkout's own Node: the bundler is TypeScript, and osls may run on an older Node. */
function bundle(root) {
  const node = join(root, 'node_modules', '.bin', 'node');
  const { status } = spawnSync(node, ['functions/build.ts'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error('The functions could not be bundled; the reason is above.');
}
