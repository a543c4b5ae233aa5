import { withoutAgent } from '../../model/wfm/agent-picture.ts';
import { pictureOf } from '../../model/wfm/feed-state.ts';
import type { StateObject } from '../clients/state-object.ts';
import { KnownError } from '../errors.ts';
import { stateOf } from './kept-state.ts';

const mostTries = 20;

/**
 * Takes an agent out of what the real-time feed knows. A run that is at it meanwhile finds its place taken, ends, and the
 * next goes on from here.
 *
 * @returns whether the agent was there
 * @throws KnownError `unavailable` when others were quicker each time
 */
export async function forgetAgent(object: StateObject, userName: string): Promise<boolean> {
  for (let i = 0; i < mostTries; i++) {
    const kept = await object.read();
    const state = stateOf(kept);
    if (!kept || !state) return false;
    const agents = withoutAgent(pictureOf(state), userName);
    if (agents.size === Object.keys(state.agents).length) return false;
    const next = { ...state, agents: Object.fromEntries(agents) };
    if ((await object.write(JSON.stringify(next), kept.version)) !== undefined) return true;
  }
  throw new KnownError('unavailable', 'The real-time feed changes all the time: try again.');
}
