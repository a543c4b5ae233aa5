import type { Plugin } from 'esbuild';

const message = 'the function has no credentials: config.ts takes its role from the environment';
const contents = `export const defaultProvider = () => async () => { throw new Error(${JSON.stringify(message)}); };`;

/**
 * Leaves out of a bundle the AWS clients' ways to find credentials (profiles, single sign-on, metadata services): they
 * are never run, because config.ts gives the clients the function's role.
 */
export const roleCredentialsOnly: Plugin = {
  name: 'role-credentials-only',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, ({ path }) => ({
      path,
      namespace: 'role',
    }));
    onLoad({ filter: /.*/, namespace: 'role' }, () => ({ contents, loader: 'js' }));
  },
};
