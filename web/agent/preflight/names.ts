import type { Preflight, PreflightCheck } from '../../../model/messages/preflight.ts';
import type { Checked } from './finding.ts';

type Name = { readonly name: string; readonly written?: (value: number) => string };

const millis = (value: number) => `${Math.round(value)} ms`;

/** What each check is called, and how its value is written. */
const names: Readonly<Record<PreflightCheck, Name>> = {
  browser: { name: 'Browser', written: (value) => `version ${value}` },
  microphonePermission: { name: 'Permission for the microphone' },
  microphoneLevel: { name: 'Microphone’s level', written: (value) => `${Math.round(decibels(value))} dB` },
  devices: { name: 'Headset', written: (value) => (value === 1 ? '1 microphone' : `${value} microphones`) },
  sampleRate: { name: 'Sound quality of the headset', written: (value) => `${value / 1000} kHz` },
  turnUdp: { name: 'Calls’ way to Amazon Connect, UDP', written: millis },
  turnTcp: { name: 'Detour by TCP', written: millis },
  turnTls: { name: 'Detour by TLS', written: millis },
  regionRoundTrip: { name: 'Way to Amazon’s region', written: millis },
  apiRoundTrip: { name: 'Way to where figures are sent', written: millis },
  processor: { name: 'Processor', written: (value) => `${Math.round(100 * value)} % free` },
  clockSkew: { name: 'Clock', written: (value) => `${(Math.abs(value) / 1000).toFixed(1)} s off` },
};

/** In the order in which they are shown, which is that of `preflightChecks`: the schema beside that is not for pages. */
export const shownChecks = Object.keys(names) as PreflightCheck[];

export const outcomeNames: Readonly<Record<Checked['outcome'], string>> = {
  passed: 'Good',
  limited: 'With limits',
  failed: 'Failed',
  skipped: 'Not judged',
};

/** The traffic light in words. */
export const verdicts: Readonly<Record<Preflight['outcome'], string>> = {
  ready: 'Ready for calls',
  limited: 'Calls work, with limits',
  failed: 'Calls would fail',
};

export function nameOf(check: PreflightCheck): string {
  return names[check].name;
}

/** The value with its unit; empty where none was measured. */
export function writtenValue({ check, value }: Pick<Checked, 'check' | 'value'>): string {
  return value === undefined ? '' : (names[check].written?.(value) ?? '');
}

/** Of a full scale of 1. */
function decibels(level: number): number {
  return Math.max(-99, 20 * Math.log10(level));
}
