import { RTC_ERRORS } from './errors.ts';
import { RtcSession, type RtcSettings } from './rtc-session.ts';

/** Gives Streams its RTC library: `connect.RTCErrors` and `connect.RTCSession`. */
export function provideRtc(settings: RtcSettings): void {
  class RTCSession extends RtcSession {
    /** As Streams calls it; the logger in the fourth place is not used. */
    constructor(uri: string, iceServers: RTCIceServer[], token: string, _logger: unknown, contactId: string) {
      super(settings, uri, iceServers, token, contactId);
      hearCustomer(this, contactId);
    }
  }
  Object.assign(connect, { RTCErrors: RTC_ERRORS, RTCSession });
}

/** The customer is heard from the answer to the end, but not on hold. */
function hearCustomer(session: RtcSession, contactId: string): void {
  // The types leave out that the constructor takes the id.
  const Contact = connect.Contact as unknown as new (id: string) => connect.Contact;
  const contact = new Contact(contactId);
  contact.onRefresh(() => {
    session.customerAudible = contact.isConnected() && contact.getInitialConnection().isConnected();
  });
}
