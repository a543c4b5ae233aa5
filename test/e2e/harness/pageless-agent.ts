import {
  type SignedInAgent,
  signInWithoutPage,
} from '../../../local/connect/testing/sign-in-without-page.ts';
import { simulator, untilSignedIn } from './simulator.ts';
import { runningStack } from './stack.ts';
import { waitFor } from './wait-for.ts';

/** An agent with a softphone other than the product's page, whom a test lets work. */
export type PagelessAgent = {
  /** Takes a customer who waits. */
  readonly take: (contactId: string) => Promise<void>;
  /** Is rung for a customer who waits, and does not answer. */
  readonly miss: (contactId: string) => Promise<void>;
  readonly clear: SignedInAgent['clear'];
  readonly leave: () => void;
};

export async function pagelessAgent(username: string): Promise<PagelessAgent> {
  const agent = await signInWithoutPage(new URL(runningStack().ccpUrl).origin, username);
  await untilSignedIn(username);
  return {
    clear: agent.clear,
    leave: agent.leave,
    take: async (contactId) => {
      await simulator.offer(contactId, username);
      await agent.accept(contactId);
    },
    miss: async (contactId) => {
      await simulator.offer(contactId, username);
      const look = () => simulator.state(contactId);
      // Amazon Connect rings for twenty seconds.
      await waitFor('the customer to wait again', look, (state) => state === 'queued', { within: 40_000 });
    },
  };
}
