import type { PreflightCheck } from '../../../model/messages/preflight.ts';
import { checkBrowser } from './browser.ts';
import { checkClock } from './clock-skew.ts';
import { checkDevices } from './devices.ts';
import { type Checked, type Finding, found } from './finding.ts';
import { judgeWays } from './judge-ways.ts';
import { judgeLevel, judgeUnheard, listen } from './level.ts';
import { preflightLimits } from './limits.ts';
import { checkPermission, type Microphone } from './microphone.ts';
import { checkProcessor } from './processor.ts';
import { askRepeatedly, judgeRoundTrip } from './round-trip.ts';
import type { Step } from './run-steps.ts';
import { checkSampleRate } from './sample-rate.ts';
import type { PreflightSettings } from './settings.ts';
import { tryWays } from './try-ways.ts';
import { type MediaServer, ways } from './ways.ts';

/** Gives the servers that Amazon Connect hands out; none where the page cannot reach it. */
export type AskConnect = () => Promise<readonly MediaServer[]>;

/** All checks, in their order: for a page that the agent looks at. Who has called it closes the microphone. */
export function planForPage(
  settings: PreflightSettings,
  askConnect: AskConnect,
  microphone: Microphone,
  onLevel: (level: number) => void,
): readonly Step[] {
  return [
    step('browser', () => checkBrowser()),
    step('processor', checkProcessor),
    step('microphonePermission', () => microphone.open()),
    step('microphoneLevel', async (signal) => {
      const { stream, fault = 'unsupported' } = microphone;
      return stream ? judgeLevel(await listen(stream, onLevel, signal)) : judgeUnheard(fault);
    }),
    step('devices', () => checkDevices()),
    step('sampleRate', () => checkSampleRate(microphone.stream)),
    ...planForNetwork(settings, askConnect),
  ];
}

/** The checks that nobody notices: no microphone is opened, and nobody is asked for one. */
export function planForSignIn(settings: PreflightSettings, askConnect: AskConnect): readonly Step[] {
  return [
    step('browser', () => checkBrowser()),
    step('processor', checkProcessor),
    step('microphonePermission', () => checkPermission()),
    step('devices', () => checkDevices()),
    ...planForNetwork(settings, askConnect),
  ];
}

function planForNetwork(settings: PreflightSettings, askConnect: AskConnect): readonly Step[] {
  const highRoundTripMillis = settings.qualityLimits.fair.roundTripTimeMillis;
  let isOnline = false;
  const roundTrip = async (url: string | undefined, limitMillis: number, signal: AbortSignal) => {
    if (!url) return found('skipped', 'notConfigured');
    const took = await askRepeatedly(url, signal).catch(() => undefined);
    isOnline ||= took !== undefined;
    return { ...judgeRoundTrip(took, limitMillis), places: [`HTTPS to ${new URL(url).host}`] };
  };
  return [
    step('clockSkew', checkClock),
    step('regionRoundTrip', (signal) => roundTrip(settings.regionUrl, highRoundTripMillis, signal)),
    step('apiRoundTrip', (signal) =>
      roundTrip(`${settings.apiUrl}/`, preflightLimits.apiRoundTripMillis, signal),
    ),
    {
      checks: ways,
      run: async (signal) => {
        const ofConnect = await askConnect().catch(() => []);
        const tried = await tryWays(ofConnect, settings.mediaServers, signal);
        return judgeWays(tried, { isOnline, highRoundTripMillis });
      },
    },
  ];
}

function step(check: PreflightCheck, run: (signal: AbortSignal) => Promise<Finding>): Step {
  return {
    checks: [check],
    run: async (signal): Promise<readonly Checked[]> => [{ check, ...(await run(signal)) }],
  };
}
