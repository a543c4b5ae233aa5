import { z } from 'zod';
import { WEB_SOCKET_PATH } from '../agent-api/web-socket.ts';

export interface SignedInAgent {
  /** Chooses a state such as Offline. */
  choose(state: string): Promise<void>;
  /** Takes a contact that rings. */
  accept(contactId: string): Promise<void>;
  /** Closes a contact: after-call work is over. */
  clear(contactId: string): Promise<void>;
  leave(): void;
}

/** Signs an agent in to the simulator as another softphone than this product's page would: what is open is Connect's own socket. */
export async function signInWithoutPage(connectUrl: string, agent: string): Promise<SignedInAgent> {
  // Node looks up localhost as ::1 too, where nobody listens.
  const url = connectUrl.replace('//localhost:', '//127.0.0.1:');
  const response = await fetch(`${url}/auth/authorize?agent=${encodeURIComponent(agent)}`);
  const { accessToken } = z.object({ accessToken: z.string() }).parse(await response.json());
  const socket = new WebSocket(`${url.replace('http:', 'ws:')}${WEB_SOCKET_PATH}?token=${accessToken}`);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', () => reject(new Error(`The simulator at ${url} refused the socket`)));
  });
  const ask = async (operation: string, body: object) => {
    const headers = {
      'x-amz-target': `AmazonConnectCTIService.${operation}`,
      'x-amz-bearer': accessToken,
    };
    const answer = await fetch(`${url}/api`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${operation} was refused: ${await answer.text()}`);
  };
  return {
    choose: (name) => ask('PutAgentState', { state: { name } }),
    accept: (contactId) => ask('AcceptContact', { contactId }),
    clear: (contactId) => ask('ClearContact', { contactId }),
    leave: () => socket.close(),
  };
}
