import 'amazon-connect-streams';
import * as z from 'zod/mini';
import type { AgentIdentity } from '../../monitor/agent-identity.ts';
import { present } from '../../monitor/present.ts';
import type { MediaServer } from './ways.ts';

/** The parts of Streams that its types leave out (amazon-connect-streams 2.28.2, softphone.js, `requestIceAccess`). */
type Client = {
  call(
    method: string,
    parameters: object,
    callbacks: { success(answer: unknown): void; failure(fault: unknown): void },
  ): void;
};
type Hidden = {
  readonly ClientMethods: { readonly CREATE_TRANSPORT: string };
  readonly core: { getClient(): Client };
};

const answer = z.object({
  softphoneTransport: z.object({
    softphoneMediaConnections: z.array(
      z.object({ urls: z.array(z.string()), username: z.string(), credential: z.string() }),
    ),
  }),
});

const patienceMillis = 5_000;
/** An agent who is signed in is known in one to three seconds. */
const signedInMillis = 10_000;

/**
 * The TURN servers that Amazon Connect hands out to this agent's softphone, asked for as the softphone does. Their
 * credentials stay in this page's memory: they are neither kept, logged nor sent. Rejects where Connect does not answer.
 */
export function askMediaServers(): Promise<readonly MediaServer[]> {
  const { ClientMethods, core } = connect as unknown as Hidden;
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('Amazon Connect does not answer')), patienceMillis);
    const refuse = () => reject(new Error('Amazon Connect hands out no servers'));
    core.getClient().call(
      ClientMethods.CREATE_TRANSPORT,
      { transportType: 'softphone' },
      {
        success(given) {
          const read = answer.safeParse(given);
          if (read.success) resolve(read.data.softphoneTransport.softphoneMediaConnections);
          else refuse();
        },
        failure: refuse,
      },
    );
  });
}

/**
 * Who is signed in to Amazon Connect in this browser; undefined where nobody is. The softphone is opened in a frame that
 * nobody sees, and told to leave the sound of calls to the page that has it; it opens no window to sign in.
 */
export function whoIsSignedIn(
  container: HTMLElement,
  options: { readonly ccpUrl: string; readonly region: string },
): Promise<AgentIdentity | undefined> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(undefined), signedInMillis);
    connect.core.initCCP(container, {
      ...options,
      loginPopup: false,
      softphone: { allowFramedSoftphone: false },
      storageAccess: { canRequest: false },
      iframeTitle: 'Amazon Connect',
    });
    connect.agent((agent) => {
      const { username, routingProfile } = agent.getConfiguration();
      resolve({
        agent: username.toLowerCase(),
        ...present<{ routingProfile?: string }>({ routingProfile: routingProfile?.name }),
      });
    });
  });
}

export function streamsVersion(): string | undefined {
  return (connect as { version?: string }).version;
}
