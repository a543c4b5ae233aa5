import {
  type PreflightCheck,
  type PreflightReason,
  preflightChecks,
  preflightReasons,
} from '../model/messages/preflight.ts';

/** What is checked before the first call, as managers read it, and what IT can do where it does not pass. */
const checkWords: Readonly<Record<PreflightCheck, { readonly name: string; readonly tellIt: string }>> = {
  browser: {
    name: 'Browser',
    tellIt: 'Install one of the latest three versions of Chrome, Edge or Firefox.',
  },
  microphonePermission: {
    name: 'Microphone permission',
    tellIt: 'Allow the microphone for the softphone’s address, in the browser (by policy) and in the system.',
  },
  microphoneLevel: {
    name: 'Microphone level',
    tellIt: 'Look for a mute switch, the wrong default device, or an input level of zero.',
  },
  devices: { name: 'Sound devices', tellIt: 'Connect a headset; look whether the system shows it.' },
  sampleRate: {
    name: 'Sample rate',
    tellIt:
      'Use the headset’s own adapter or a cable: Bluetooth’s hands-free profile sounds like a telephone.',
  },
  turnUdp: {
    name: 'TURN by UDP',
    tellIt: 'Open UDP port 3478 to Amazon Connect’s media servers, past VPN and proxy.',
  },
  turnTcp: { name: 'TURN by TCP', tellIt: 'Open TCP port 443 to Amazon Connect’s media servers.' },
  turnTls: {
    name: 'TURN by TLS',
    tellIt: 'Open TCP port 443 to Amazon Connect’s media servers, without TLS inspection.',
  },
  regionRoundTrip: {
    name: 'Way to the region',
    tellIt: 'Let traffic to Amazon Connect’s region leave VPN and proxy (split tunnel).',
  },
  apiRoundTrip: { name: 'Way to this product’s API', tellIt: 'Open HTTPS to the deployment’s API.' },
  processor: {
    name: 'Processor',
    tellIt: 'Look for what keeps the computer busy, or give the agent a larger one.',
  },
  clockSkew: { name: 'Clock', tellIt: 'Switch on time synchronisation (NTP).' },
};

const reasonNames: Readonly<Record<PreflightReason, string>> = {
  unsupported: 'not supported',
  outdated: 'outdated',
  denied: 'denied',
  notAsked: 'not asked for',
  missing: 'missing',
  inUse: 'in use by another program',
  silent: 'silent',
  quiet: 'too quiet',
  broken: 'broken',
  blocked: 'blocked',
  timedOut: 'timed out',
  wrongCredentials: 'wrong credentials',
  unreachable: 'not reached',
  refused: 'refused',
  highRoundTrip: 'long round trip',
  slow: 'slow',
  late: 'behind',
  early: 'ahead',
  low: 'low',
  notConfigured: 'not configured',
  cancelled: 'cancelled',
};

/** What did not pass, and why, as people read it. */
export function faultName(check: PreflightCheck, reason: PreflightReason | undefined): string {
  const { name } = checkWords[check];
  return reason === undefined ? name : `${name}: ${reasonNames[reason]}`;
}

/** What IT can do about a check that did not pass. */
export function tellIt(check: PreflightCheck): string {
  return checkWords[check].tellIt;
}

/** The same of a stored fault, as `turnUdp blocked` (preflight.ts of the documents); one that is not known as it is. */
export function storedFaultName(fault: string): string {
  const [first, second] = fault.split(' ');
  const check = preflightChecks.find((one) => one === first);
  if (!check) return fault;
  return faultName(
    check,
    preflightReasons.find((one) => one === second),
  );
}
