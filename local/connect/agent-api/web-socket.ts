import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import type { AgentSession } from '../agents/agent-session.ts';
import type { Sessions } from '../agents/sessions.ts';

export const WEB_SOCKET_PATH = '/agent-socket';

/** RFC 6455 §7.4.1 */
const UNSUPPORTED_DATA = 1003;

const message = z.object({
  topic: z.string(),
  content: z.object({ topics: z.array(z.string()) }).optional(),
});

/** The worker's WebSocket: heartbeats and topic subscriptions. That it is open says that a softphone page is open. */
export class AgentSocket {
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #sessions: Sessions;

  constructor(sessions: Sessions) {
    this.#sessions = sessions;
  }

  /** Takes an HTTP upgrade; refuses one without a known token. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const session = this.#sessions.withToken(url.searchParams.get('token') ?? '');
    if (url.pathname !== WEB_SOCKET_PATH || !session) {
      socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n');
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (client) => this.#serve(client, session));
  }

  stop(): void {
    for (const client of this.#server.clients) client.terminate();
    this.#server.close();
  }

  #serve(client: WebSocket, session: AgentSession): void {
    this.#sessions.socketOpened(session);
    client.on('message', (data) => {
      const received = message.safeParse(parseJson(String(data)));
      if (!received.success) return client.close(UNSUPPORTED_DATA, 'Not a message of the agent socket');
      const answer = reply(received.data);
      if (answer) client.send(JSON.stringify(answer));
    });
    client.on('close', () => this.#sessions.socketClosed(session));
    client.on('error', () => client.terminate());
  }
}

function reply({ topic, content }: z.infer<typeof message>): object | undefined {
  if (topic === 'aws/heartbeat') return { topic };
  if (topic !== 'aws/subscribe') return undefined;
  return { topic, content: { status: 'success', topics: content?.topics ?? [] } };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
