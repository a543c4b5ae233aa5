import { Agent, request } from 'node:http';
import type { SentMessage } from '../../local/fleet/sent-message.ts';
import type { RunningStack } from './search-service.ts';

const agent = new Agent({ keepAlive: true });

/**
 * Sends a page's message to the deployed API. `sentAt` is now, as at every attempt of the page's outbox.
 *
 * @throws Error with the answer if that is not 202
 */
export function postMessage(stack: RunningStack, message: SentMessage): Promise<void> {
  const { host, port } = new URL(stack.apiUrl);
  const body = JSON.stringify({ ...message.body, sentAt: new Date().toISOString() });
  const headers = {
    // Browsers know that every name below .localhost is this machine; Node does not.
    host,
    'content-type': 'application/json',
    origin: new URL(stack.softphoneUrl).origin,
    'user-agent': message.userAgent,
    'x-local-source-ip': message.sourceIp,
  };
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path: `/${message.route}`, method: 'POST', agent, headers };
    const outgoing = request(options, (incoming) => {
      let answer = '';
      incoming.on('data', (chunk: Buffer) => {
        answer += chunk.toString();
      });
      incoming.on('end', () => {
        if (incoming.statusCode === 202) resolve();
        else reject(new Error(`the deployed function answered ${incoming.statusCode}: ${answer}`));
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
