import '../../no-eval.ts';
import type { AgentIdentity } from '../../monitor/agent-identity.ts';
import { deviceFacts } from '../../monitor/device-facts.ts';
import { envelopeOf } from '../../monitor/envelope.ts';
import { ccpUrl } from '../ccp-url.ts';
import { loadSettings } from '../settings.ts';
import type { Store } from '../store.ts';
import type { CheckState } from './check-state.ts';
import { handOver } from './hand-over.ts';
import { preflightLetter } from './letter.ts';
import { Microphone } from './microphone.ts';
import { overallOutcome } from './overall.ts';
import { planForPage } from './plan.ts';
import { runSteps } from './run-steps.ts';
import { preflightSettings } from './settings.ts';

declare const __PAGE_VERSION__: string;

/**
 * Starts what is behind the page: asks who is signed in, and gives what runs the check and shows in `store` what comes of it.
 */
export async function openCheck(frame: HTMLElement, store: Store<CheckState>): Promise<() => void> {
  const change = (part: Partial<CheckState>) => store.change((state) => ({ ...state, ...part }));
  const site = await loadSettings().catch((fault: Error) => {
    change({ phase: 'broken', fault: fault.message });
  });
  if (!site) return () => {};
  const connect = import('./ask-connect.ts');
  const options = { ccpUrl: ccpUrl(site, location.search), region: site.region };
  const who = connect.then(({ whoIsSignedIn }) => whoIsSignedIn(frame, options)).catch(() => undefined);
  void who.then((its) => change({ agent: its?.agent }));
  const settings = preflightSettings(site);
  const askConnect = async () => ((await who) ? (await connect).askMediaServers() : []);
  const run = async () => {
    const startedAt = new Date().toISOString();
    const microphone = new Microphone();
    const onLevel = (level: number) => change({ level });
    change({ phase: 'running', checks: [], startedAt });
    const steps = planForPage(settings, askConnect, microphone, onLevel);
    const checks = await runSteps(steps, new AbortController().signal, (now, soFar) => {
      change({ now, checks: soFar });
      if (!now.includes('microphoneLevel')) store.change(({ level: _, ...state }) => state);
    }).finally(() => microphone.close());
    const agent = await who;
    const outcome = overallOutcome(checks);
    if (agent) {
      const its = { startedAt, trigger: 'page', outcome } as const;
      await handOver(site, preflightLetter(await envelope(agent), its, checks, new Date().toISOString()));
    }
    change({ phase: 'done', outcome, isKept: agent !== undefined });
  };
  const clientId = crypto.randomUUID();
  const envelope = async (agent: AgentIdentity) =>
    envelopeOf({
      instanceId: site.instanceId,
      clientId,
      pageVersion: __PAGE_VERSION__,
      device: await deviceFacts(),
      agent,
    });
  // The frame is asked in the meantime.
  change({ phase: 'idle' });
  return () => void run();
}
