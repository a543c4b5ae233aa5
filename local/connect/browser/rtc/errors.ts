/** `connect.RTCErrors`: the names that Streams compares a session's failure with (connect-rtc-js, rtc_const.js). */
export const RTC_ERRORS = {
  ICE_COLLECTION_TIMEOUT: 'Ice Collection Timeout',
  USER_BUSY: 'User Busy',
  SIGNALLING_CONNECTION_FAILURE: 'Signalling Connection Failure',
  SIGNALLING_HANDSHAKE_FAILURE: 'Signalling Handshake Failure',
  SET_REMOTE_DESCRIPTION_FAILURE: 'Set Remote Description Failure',
  CREATE_OFFER_FAILURE: 'Create Offer Failure',
  SET_LOCAL_DESCRIPTION_FAILURE: 'Set Local Description Failure',
  INVALID_REMOTE_SDP: 'Invalid Remote SDP',
  NO_REMOTE_ICE_CANDIDATE: 'No Remote ICE Candidate',
  GUM_TIMEOUT_FAILURE: 'GUM Timeout Failure',
  GUM_OTHER_FAILURE: 'GUM Other Failure',
  CALL_NOT_FOUND: 'Call Not Found',
} as const;

export type RtcError = (typeof RTC_ERRORS)[keyof typeof RTC_ERRORS];

/** A step of the session's set-up went wrong; Streams gets the reason. */
export class SessionFailure extends Error {
  readonly reason: RtcError;

  constructor(reason: RtcError, cause: unknown) {
    super(reason, { cause });
    this.name = 'SessionFailure';
    this.reason = reason;
  }
}
