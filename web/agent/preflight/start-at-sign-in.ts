import type { AgentSiteSettings } from '../../../model/settings/agent-site.ts';
import type { Monitor } from '../../monitor/start-monitor.ts';
import { systemClock } from '../../push/clock.ts';
import type { PageState } from '../page-state.ts';
import { createStore, type Store } from '../store.ts';
import { askMediaServers } from './ask-connect.ts';
import { checkAtSignIn } from './at-sign-in.ts';
import { preflightLetter } from './letter.ts';
import { overallOutcome } from './overall.ts';
import { planForSignIn } from './plan.ts';
import { preflightSettings } from './settings.ts';
import { worthTelling } from './worth-telling.ts';

/**
 * Runs the check that nobody notices, once a day, or at each load of the page where it is asked for. What the agent should know
 * of it stands in `store` afterwards.
 */
export async function startAtSignIn(
  site: AgentSiteSettings,
  store: Store<PageState>,
  { envelope, put }: Monitor['means'],
  isAskedFor: boolean,
): Promise<void> {
  const settings = preflightSettings(site);
  const agent = await whoSignedIn(store);
  await checkAtSignIn({
    agent,
    inCall: watchCalls(store),
    clock: systemClock,
    storage: isAskedFor ? pageStorage() : localStorage,
    steps: () => planForSignIn(settings, askMediaServers),
    async onChecked(checks, startedAt) {
      const run = { startedAt, trigger: 'signIn', outcome: overallOutcome(checks) } as const;
      await put(preflightLetter(envelope(), run, checks, new Date().toISOString()));
      const checked = worthTelling(checks);
      if (checked) store.change((state) => ({ ...state, checked }));
    },
  });
}

function whoSignedIn(store: Store<PageState>): Promise<string> {
  return new Promise((resolve) => {
    const look = () => {
      const its = store.get().agent;
      if (!its) return;
      leave();
      resolve(its.agent);
    };
    const leave = store.subscribe(look);
    look();
  });
}

/** From the first ring on. */
function watchCalls(store: Store<PageState>): Store<boolean> {
  const isInCall = () => {
    const { call } = store.get();
    return call !== undefined && call.phase !== 'over';
  };
  const inCall = createStore(isInCall());
  store.subscribe(() => inCall.change(isInCall));
  return inCall;
}

/** For the life of the page: who asks for a check by the page's address gets one, whatever was checked today. */
function pageStorage(): Pick<Storage, 'getItem' | 'setItem'> {
  const kept = new Map<string, string>();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
}
