import type { QualityLimits } from '../../model/quality/limits.ts';
import type { RatingReason } from '../../model/quality/rating.ts';
import type { WindowSummary } from '../../model/quality/summarise-window.ts';
import type { CallView, WindowView } from '../monitor/call-view.ts';

/** What is wrong with the call, in plain words. */
export type Advice = {
  readonly tone: 'good' | 'fair' | 'poor' | 'quiet';
  readonly title: string;
  /** Whose side it is on. */
  readonly side: string;
  readonly steps: readonly string[];
};

const ownNetwork = [
  'Use a cable, or move closer to the Wi-Fi.',
  'Close downloads, video and other tabs that use the network.',
  'Leave the VPN if you may.',
];
const yourSide = 'It is on your side: between this computer and Amazon Connect.';
/** What to tell the agent of the last half minute; undefined where there is nothing to tell. */
export function adviceFor(call: CallView, limits: QualityLimits): Advice | undefined {
  if (call.reloaded && call.phase !== 'over') return afterReload;
  const window = call.windows.at(-1);
  if (!window) return undefined;
  return networkAdvice(window, limits) ?? (call.warned ? undefined : allGood(window));
}

const afterReload: Advice = {
  tone: 'quiet',
  title: 'The rest of this call is not measured',
  side: 'The page was loaded again during the call, and Amazon Connect reports nothing more of it.',
  steps: ['If you hear nothing, end the call and call back.'],
};

function networkAdvice({ toAgent, fromAgent }: WindowView, limits: QualityLimits): Advice | undefined {
  const heard = worstReason(toAgent?.summary, limits);
  const said = worstReason(fromAgent?.summary, limits);
  const worse = said?.tone === 'poor' || !heard ? said : heard;
  if (!worse) return undefined;
  const tone = heard?.tone === 'poor' || said?.tone === 'poor' ? 'poor' : 'fair';
  const both = heard && said && heard.reason === said.reason && heard.tone === said.tone;
  const side = `${both ? 'Both ways. ' : ''}${yourSide}`;
  const titles = worse === heard ? whatYouHear : whatTheyHear;
  return { tone, title: both ? bothWays[worse.reason] : titles[worse.reason], side, steps: ownNetwork };
}

type Reason = 'loss' | 'roundTripTime' | 'jitter';

const whatYouHear: Readonly<Record<Reason, string>> = {
  loss: 'You hear gaps: part of what the caller says is lost',
  roundTripTime: 'What you both say arrives late',
  jitter: 'The caller may sound choppy',
};
const whatTheyHear: Readonly<Record<Reason, string>> = {
  loss: 'The caller hears gaps: part of what you say is lost',
  roundTripTime: 'What you both say arrives late',
  jitter: 'You may sound choppy to the caller',
};
const bothWays: Readonly<Record<Reason, string>> = {
  loss: 'You and the caller both hear gaps',
  roundTripTime: 'What you both say arrives late',
  jitter: 'You and the caller both sound choppy',
};

/** A low MOS is a sum: the figure that broke its own limit says more, else the delay that makes it up. */
function worstReason(summary: WindowSummary | undefined, limits: QualityLimits) {
  if (!summary || (summary.rating !== 'fair' && summary.rating !== 'poor')) return undefined;
  const named = (['loss', 'roundTripTime', 'jitter'] as const).find((reason) =>
    (summary.ratingReasons as readonly RatingReason[]).includes(reason),
  );
  const lossy = (summary.packetsLostPercent ?? 0) > limits.fair.packetsLostPercent;
  return { tone: summary.rating, reason: named ?? (lossy ? 'loss' : 'roundTripTime') } as const;
}

/** Only where both directions were judged, and well, and nothing else is the matter: a silent microphone loses no packet. */
function allGood({ toAgent, fromAgent }: WindowView): Advice | undefined {
  if (toAgent?.summary.rating !== 'good' || fromAgent?.summary.rating !== 'good') return undefined;
  return {
    tone: 'good',
    title: 'Your side sounds fine',
    side: 'If you hear the caller badly, the cause is on their side.',
    steps: [],
  };
}
