import type { PreflightCheck, PreflightReason } from '../../../model/messages/preflight.ts';
import type { Checked } from './finding.ts';

/** What is the matter, for the agent, and what to do about it, for IT. `PLACES` stands for what was asked. */
type Words = { readonly agent: string; readonly it: string };

const way = (protocol: string): Partial<Record<PreflightReason, Words>> => ({
  blocked: {
    agent: `Your network lets nothing through by ${protocol}.`,
    it: 'PLACES is blocked: open it in the firewall, proxy or VPN.',
  },
  timedOut: {
    agent: `Nothing answered by ${protocol}: this computer may be offline.`,
    it: 'PLACES gave no answer, nor did anything else: check the connection to the internet first.',
  },
  unreachable: {
    agent: 'This computer cannot find the server that calls go through.',
    it: 'The name in PLACES does not resolve: check DNS.',
  },
  wrongCredentials: {
    agent: 'The server that calls go through does not know this computer.',
    it: 'PLACES was reached and refused the credentials (401): check this computer’s clock, then those that the deployment gives.',
  },
  refused: {
    agent: 'The server that calls go through refused.',
    it: 'PLACES was reached and refused to relay: check its quota and settings.',
  },
  highRoundTrip: {
    agent: 'The way to Amazon Connect is long: callers and you will talk over each other.',
    it: 'PLACES is far: look for a VPN or proxy that leads calls a long way round, and let them leave it (split tunnel).',
  },
});

const words: Readonly<Record<PreflightCheck, Partial<Record<PreflightReason, Words>>>> = {
  browser: {
    unsupported: {
      agent: 'This browser cannot make calls well: use Chrome, Edge or Firefox.',
      it: 'Amazon Connect supports the latest three versions of Chrome, Edge and Firefox.',
    },
    outdated: {
      agent: 'This browser is old: close and open it, so that it updates itself.',
      it: 'Update the browser: Amazon Connect supports the latest three versions.',
    },
  },
  microphonePermission: {
    denied: {
      agent: 'The microphone is blocked: press the icon left of the page’s address and allow it.',
      it: 'Allow the microphone for this address by policy (AudioCaptureAllowedUrls), and in the system’s privacy settings.',
    },
    unsupported: {
      agent: 'This browser has no way to the microphone.',
      it: 'The page must be opened by https, in a browser with getUserMedia.',
    },
  },
  microphoneLevel: {
    silent: {
      agent: 'Nothing is heard from your microphone: look for a mute switch, or choose another one.',
      it: 'The microphone gives digital silence: a mute switch, the wrong default device, or the system’s privacy settings.',
    },
    quiet: {
      agent: 'Your microphone is quiet: bring it closer to your mouth, or raise its level.',
      it: 'Raise the input level in the system’s sound settings.',
    },
    inUse: {
      agent: 'Another program holds the microphone: close it, then check again.',
      it: 'Another program has the microphone for itself, or its driver failed.',
    },
    missing: {
      agent: 'There is no microphone to listen to.',
      it: 'No audio input: see the devices.',
    },
  },
  devices: {
    missing: {
      agent: 'No headset is found: plug it in, or connect it again.',
      it: 'The system has no audio input, or no audio output.',
    },
    unsupported: { agent: 'This browser does not tell its devices.', it: 'Open the page by https.' },
  },
  sampleRate: {
    low: {
      agent: 'Your headset sounds like an old telephone: connect it by cable or by its own adapter.',
      it: 'The device runs below 16 kHz: Bluetooth’s hands-free profile; use the headset’s own adapter or a cable.',
    },
  },
  turnUdp: way('UDP, which calls need'),
  turnTcp: way('TCP'),
  turnTls: way('TLS'),
  regionRoundTrip: {
    unreachable: {
      agent: 'Amazon’s region was not reached.',
      it: 'PLACES did not answer: open HTTPS to it.',
    },
    highRoundTrip: {
      agent: 'It is a long way to Amazon’s region: calls may be delayed.',
      it: 'PLACES is far: look for a VPN or proxy that leads it a long way round.',
    },
  },
  apiRoundTrip: {
    unreachable: {
      agent: 'What is measured cannot be sent now; calls work.',
      it: 'PLACES did not answer: open HTTPS to it.',
    },
    highRoundTrip: {
      agent: 'What is measured is sent slowly; calls work.',
      it: 'PLACES answers slowly: look for a proxy that inspects it.',
    },
  },
  processor: {
    slow: {
      agent: 'This computer is busy: close what you do not need, or calls will stutter.',
      it: 'The browser got less than 80 % of the processor’s time that it asked for: look for what uses it.',
    },
  },
  clockSkew: {
    late: {
      agent: 'This computer’s clock is behind: let it set itself.',
      it: 'The clock is more than 30 s behind: switch on time synchronisation (NTP).',
    },
    early: {
      agent: 'This computer’s clock is ahead: let it set itself.',
      it: 'The clock is more than 30 s ahead: switch on time synchronisation (NTP).',
    },
  },
};

/** What to say of a check that did not pass; undefined where there is nothing to say. */
export function wordsFor({ check, outcome, reason, places = [] }: Checked): Words | undefined {
  const its = reason && words[check][reason];
  if (!its) return undefined;
  const isDetour = reason === 'blocked' && outcome !== 'failed';
  return {
    agent: isDetour ? detour(check) : its.agent,
    it: its.it.replace('PLACES', places.join(' and ') || 'The address'),
  };
}

/** Where another way is open. */
function detour(check: PreflightCheck): string {
  return check === 'turnUdp'
    ? 'Your network blocks UDP: calls take a detour, and will sound worse when the network is busy.'
    : 'It is not needed, because UDP is open; your network blocks it.';
}
