/** What keeps the softphone from working, as far as the page can tell. The words for each: trouble-words.ts. */
export const troubleKinds = [
  'settings',
  'insecure',
  'ccpBlocked',
  'ccpSlow',
  'signIn',
  'signInLate',
  'signInUnheard',
  'popupBlocked',
  'storageBlocked',
  'storageAsk',
  'accessDenied',
  'microphoneBlocked',
  'microphoneMissing',
  'browserUnsupported',
  'mediaBlocked',
  'connectionLost',
  'libraryMissing',
  'hostedElsewhere',
] as const;
export type TroubleKind = (typeof troubleKinds)[number];

export type Trouble = { readonly kind: TroubleKind; readonly detail?: string };

/** The softphone's own errors (connect.SoftphoneErrorTypes) that the agent can do something about. */
const softphoneErrors: Readonly<Record<string, TroubleKind>> = {
  microphone_not_shared: 'microphoneBlocked',
  unsupported_browser: 'browserUnsupported',
  signalling_handshake_failure: 'mediaBlocked',
  signalling_connection_failure: 'mediaBlocked',
  ice_collection_timeout: 'mediaBlocked',
  webrtc_error: 'mediaBlocked',
  realtime_communication_error: 'mediaBlocked',
};

export function troubleOfSoftphoneError(errorType: string): TroubleKind | undefined {
  return softphoneErrors[errorType];
}
