/** The stages of a call's set-up and end, as Streams' SOFTPHONE_REPORT names them. */
export const reportStages = [
  'gumTimeMillis',
  'initializationTimeMillis',
  'iceCollectionTimeMillis',
  'signallingConnectTimeMillis',
  'handshakingTimeMillis',
  'preTalkingTimeMillis',
  'talkingTimeMillis',
  'cleanupTimeMillis',
] as const;

/** What can go wrong in a set-up: the report's eleven flags, without their `Failure`. */
export const reportFailures = [
  'iceCollection',
  'signallingConnection',
  'handshaking',
  'gumOther',
  'gumTimeout',
  'createOffer',
  'setLocalDescription',
  'userBusy',
  'invalidRemoteSDP',
  'noRemoteIceCandidate',
  'setRemoteDescription',
] as const;
export type ReportFailure = (typeof reportFailures)[number];
