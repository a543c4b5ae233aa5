import type { ReportFailure } from '../../../model/messages/report-names.ts';
import type { Rating } from '../../../model/quality/rating.ts';

export const ratingNames: Readonly<Record<Rating, string>> = {
  good: 'Good',
  fair: 'Fair',
  poor: 'Poor',
  unclassified: 'Not judged',
};

const reasons: Readonly<Record<string, string>> = {
  mos: 'low MOS',
  loss: 'packets lost',
  roundTripTime: 'long delay',
  jitter: 'uneven arrival (jitter)',
  tooFewPackets: 'too little audio to judge',
  notMeasured: 'nothing measured',
  setupFailed: 'the audio could not be set up',
};

/** A rating's reason in words; one that is not known yet as it is. */
export function reasonName(reason: string): string {
  return reasons[reason] ?? reason;
}

const failures: Readonly<Record<ReportFailure, string>> = {
  iceCollection: 'No network path found (ICE collection)',
  signallingConnection: 'No connection to signalling',
  handshaking: 'Handshake with the media server failed',
  gumOther: 'Microphone not usable',
  gumTimeout: 'Microphone did not answer in time',
  createOffer: 'Browser could not make an offer',
  setLocalDescription: 'Browser refused its own offer',
  userBusy: 'Agent was busy',
  invalidRemoteSDP: 'Answer was not valid',
  noRemoteIceCandidate: 'Media server gave no address',
  setRemoteDescription: 'Browser refused the answer',
};

/** What failed in a set-up, in words; one that is not known yet as it is. */
export function failureName(failure: string): string {
  return Object.hasOwn(failures, failure) ? failures[failure as ReportFailure] : failure;
}

const stages: Readonly<Record<string, string>> = {
  gumTimeMillis: 'Microphone',
  initializationTimeMillis: 'Initialisation',
  iceCollectionTimeMillis: 'Finding network paths (ICE)',
  signallingConnectTimeMillis: 'Connecting to signalling',
  handshakingTimeMillis: 'Handshake',
  preTalkingTimeMillis: 'Until the first word',
  talkingTimeMillis: 'Talking',
  cleanupTimeMillis: 'Hanging up',
};

export function stageName(stage: string): string {
  return stages[stage] ?? stage;
}

const events: Readonly<Record<string, string>> = {
  rung: 'Rang',
  accepted: 'Accepted',
  connected: 'Connected',
  muted: 'Muted',
  unmuted: 'Unmuted',
  held: 'On hold',
  resumed: 'Resumed',
  missed: 'Missed',
  ended: 'Ended',
  vanished: 'Left without after-contact work',
  reloaded: 'Page loaded again',
};

export function eventName(type: string): string {
  return events[type] ?? type;
}

const regionNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });

/** A country's name by its ISO 3166 code; the code itself where it is none. */
export function countryName(code: string): string {
  return /^[A-Za-z]{2}$/.test(code) ? (regionNames.of(code.toUpperCase()) ?? code) : code;
}
