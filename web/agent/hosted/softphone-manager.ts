/** A call's sound as connect-rtc-js holds it (1.3.2, rtc_session.js and call_session.js). */
export type Session = {
  /** The contact's id. */
  readonly callId: string;
  /** Streams itself goes through it to change the microphone, so it stays what it is. */
  readonly _pc?: Pick<RTCPeerConnection, 'getSenders' | 'getStats'> | null;
};

/** What Streams has for pages that host the sound, and its types leave out or leave open. */
type HostCore = {
  initSoftphoneManager(parameters: { allowFramedSoftphone: true }): void;
  onSoftphoneSessionInit(listener: (its: { connectionId: string }) => void): void;
  getSoftphoneManager(): { getSession(connectionId: string): Session | undefined } | null;
};
const core = () => connect.core as unknown as HostCore;

/**
 * Has Streams host the sound of calls in this page (connect-rtc-js, README, "Amazon Connect StreamJS integration"). It does so in one
 * page at a time, and asks for the microphone at once.
 *
 * @param onSession told of each call's sound as it is set up, with what tells whether that is still the call's
 */
export function hostSound(onSession: (session: Session, isOn: () => boolean) => void): void {
  // Streams plays the caller in the element of this name.
  const audio = Object.assign(document.createElement('audio'), { id: 'remote-audio', autoplay: true });
  document.body.append(audio);
  // Every page is told; the call is where its session is.
  core().onSoftphoneSessionInit(({ connectionId }) => {
    const find = () => core().getSoftphoneManager()?.getSession(connectionId);
    const session = find();
    if (session) onSession(session, () => find() === session);
  });
  core().initSoftphoneManager({ allowFramedSoftphone: true });
}
