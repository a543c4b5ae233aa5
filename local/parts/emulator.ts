import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { awsEnvironment, REGION } from '../aws/account.ts';
import { made, root } from '../paths.ts';
import type { Ports } from '../ports.ts';
import type { Part } from '../supervise.ts';
import { answers } from '../until.ts';

/**
 * The AWS emulator, ministack. It keeps nothing: each start deploys anew.
 * @param folder for its files; emptied
 * @param searchUrl where the template's search domain shall be
 */
export function emulator(ports: Ports, folder: string, searchUrl: string): Omit<Part, 'afterRestart'> {
  const temporary = join(folder, 'tmp');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(temporary, { recursive: true });
  // It unpacks functions there, with a CommonJS script beside them; the checkout's package.json would make that a module.
  writeFileSync(join(temporary, 'package.json'), '{"type": "commonjs"}');
  return {
    name: 'AWS emulator',
    command: join(made, 'python', 'bin', 'python'),
    parameters: [join(root, 'local', 'parts', 'emulator.py')],
    environment: {
      // Functions inherit all this, so it is nothing but this.
      PATH: [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
      LANG: 'C.UTF-8',
      // Its compiled files would lie in the checkout.
      PYTHONDONTWRITEBYTECODE: '1',
      TMPDIR: temporary,
      STATE_DIR: join(folder, 'state'),
      S3_DATA_DIR: join(folder, 's3'),
      // Else it listens on all interfaces.
      BIND_HOST: '127.0.0.1',
      GATEWAY_PORT: String(ports.aws),
      MINISTACK_REGION: REGION,
      // Both would listen on every interface of the machine, and nothing here uses them.
      IOT_MTLS_ENABLED: '0',
      SFTP_ENABLED: '0',
      MINISTACK_OPENSEARCH_ENDPOINT: new URL(searchUrl).host,
      LOG_LEVEL: 'WARNING',
      ...awsEnvironment(ports),
      AWS_ENDPOINT_URL_CONNECT: `http://127.0.0.1:${ports.connect}`,
    },
    isReady: () => answers(`http://127.0.0.1:${ports.aws}/_ministack/health`),
  };
}
