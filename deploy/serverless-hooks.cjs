const { spawnSync } = require('node:child_process');
const { copyFileSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { decide } = require('./decide.cjs');
const { completeFunctions } = require('./every-function.cjs');
const { admitToSearch, stampSearchSetup } = require('./search-access.cjs');
const { waitForSearch } = require('./wait-for-search.cjs');

/**
 * Makes one command of `serverless deploy`: the functions are bundled before they are packaged, the template completed,
 * and the two sites published after the deployment. osls asks for a class.
 */
module.exports = class Hooks {
  constructor(serverless, options) {
    const root = serverless.serviceDir;
    this.hooks = {
      // Who packages several variants builds once.
      'before:package:initialize': () => {
        if (!process.env.FUNCTIONS_BUILT) run(root, 'functions/build.ts');
      },
      'after:aws:package:finalize:mergeCustomProviderResources': () => {
        const { provider, custom } = serverless.service;
        const template = provider.compiledCloudFormationTemplate;
        decide(template);
        completeFunctions(template, { vpc: custom.given.vpc, kmsKeyArn: custom.kmsKeyArn });
        admitToSearch(template);
        waitForSearch(template);
        stampSearchSetup(template, join(root, '.build', 'functions', 'setup', 'search.zip'));
      },
      'before:aws:deploy:deploy:checkForChanges': () => showArtifacts(serverless),
      'after:deploy:deploy': () => {
        const provider = serverless.getProvider('aws');
        // `npm start` serves the sites itself.
        if (provider.getStage() === 'local') return;
        const profile = options['aws-profile'] ? { AWS_PROFILE: options['aws-profile'] } : {};
        const environment = { ...profile, AWS_REGION: provider.getRegion() };
        run(root, 'deploy/publish-sites.ts', [provider.naming.getStackName()], environment);
      },
    };
  }
};

/**
 * Puts a copy of each function's archive where osls looks for them when it asks whether anything has changed: else it
 * misses them there, and deploys all of it anew each time.
 */
function showArtifacts({ service, serviceDir }) {
  const folder = join(serviceDir, '.serverless');
  for (const name of service.getAllFunctions()) {
    const artifact = resolve(serviceDir, service.getFunction(name).package.artifact);
    if (!artifact.startsWith(folder)) copyFileSync(artifact, join(folder, `${name}.zip`));
  }
}

/** With the checkout's own Node: the scripts are TypeScript, and osls may run on an older Node. */
function run(root, script, parameters = [], environment = {}) {
  const node = join(root, 'node_modules', '.bin', 'node');
  const env = { ...process.env, ...environment };
  const { status } = spawnSync(node, [script, ...parameters], { cwd: root, stdio: 'inherit', env });
  if (status !== 0) throw new Error(`"node ${script} ${parameters.join(' ')}" failed; the reason is above.`);
}
