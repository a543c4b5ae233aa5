import { type AudioStats, audioStats, type RtcVersion } from './audio-stats.ts';
import { collectIce, makeConnection, makeOffer, openCall, openMicrophone, shakeHands } from './call-setup.ts';
import { Customer } from './customer.ts';
import { RTC_ERRORS, type RtcError, SessionFailure } from './errors.ts';
import { noteFirstPacket } from './first-packet.ts';
import { SessionReport } from './session-report.ts';
import { Signalling } from './signalling.ts';
import { userAgentData } from './user-agent.ts';

export interface RtcSettings {
  /** Where the simulator is. */
  readonly origin: string;
  readonly version: RtcVersion;
}

/**
 * `connect.RTCSession`: what Streams drives for one call. A real peer connection to a customer in the same page, through the
 * simulator's path. The steps, their times and their failures are those of connect-rtc-js 1.3.2 (rtc_session.js).
 */
export class RtcSession {
  readonly sessionReport: SessionReport;
  // Set by Streams.
  remoteAudioElement: HTMLAudioElement | null = null;
  echoCancellation = true;
  mediaStream: MediaStream | undefined;
  onSessionFailed: (session: RtcSession, reason: RtcError) => void = () => undefined;
  onSessionConnected: (session: RtcSession) => void = () => undefined;
  onSessionCompleted: (session: RtcSession) => void = () => undefined;
  onLocalStreamAdded: (session: RtcSession, stream: MediaStream) => void = () => undefined;
  // Read by Streams.
  readonly callId: string;
  readonly _signalingUri: string;
  readonly _iceServers: RTCIceServer[];
  _pc: RTCPeerConnection | undefined;
  _isUserProvidedStream = false;

  readonly #version: RtcVersion;
  readonly #signalling: Signalling;
  readonly #customer = new Customer();
  #connectedAt = 0;
  #talkingSince: number | undefined;
  #isOver = false;

  constructor(
    settings: RtcSettings,
    signalingUri: string,
    iceServers: RTCIceServer[],
    callContextToken: string,
    contactId: string,
  ) {
    this.#version = settings.version;
    this.sessionReport = new SessionReport(settings.version);
    this._signalingUri = signalingUri;
    this._iceServers = iceServers;
    this.callId = contactId;
    this.#signalling = new Signalling(settings.origin, contactId, callContextToken);
  }

  /** Sets the call up and tells Streams how that went. */
  connect(): void {
    this.#connectedAt = Date.now();
    this.sessionReport.sessionStartTime = new Date(this.#connectedAt);
    this.#setUp().then(
      () => this.#talk(),
      (error: unknown) => this.#fail(error),
    );
  }

  hangup(): void {
    if (this.#isOver) return;
    this.#end();
    if (this.#talkingSince !== undefined) {
      this.sessionReport.talkingTimeMillis = Date.now() - this.#talkingSince;
    }
    this.onSessionCompleted(this);
    this.#cleanUp();
  }

  /** Not part of the real library: the customer says nothing while it rings or on hold. */
  set customerAudible(audible: boolean) {
    this.#customer.connected = audible;
  }

  /** Rejects as long as nothing was received: Streams then leaves that second out. */
  async getUserAudioStats(): Promise<AudioStats> {
    return known((await this.#stats()).toAgent);
  }

  /** Rejects as long as nothing was sent. */
  async getRemoteAudioStats(): Promise<AudioStats> {
    return known((await this.#stats()).fromAgent);
  }

  async #setUp(): Promise<void> {
    const setup = { report: this.sessionReport, fault: await this.#signalling.askedFault() };
    this.sessionReport.userAgentData = await userAgentData();
    this.mediaStream ??= await openMicrophone(setup, { echoCancellation: this.echoCancellation });
    this.onLocalStreamAdded(this, this.mediaStream);
    const connection = makeConnection(setup, this._iceServers);
    this._pc = connection;
    this.#follow(connection);
    for (const track of this.mediaStream.getAudioTracks()) connection.addTrack(track, this.mediaStream);
    const collected = collectIce(setup, connection);
    const offer = await makeOffer(setup, connection);
    const [ends] = await Promise.all([openCall(setup, this.#signalling), collected]);
    await shakeHands(setup, connection, this.#customer, offer, ends);
  }

  #follow(connection: RTCPeerConnection): void {
    const report = this.sessionReport;
    connection.ontrack = ({ streams: [stream], track }) => {
      if (this.remoteAudioElement) this.remoteAudioElement.srcObject = stream ?? new MediaStream([track]);
    };
    connection.oniceconnectionstatechange = () => {
      if (connection.iceConnectionState === 'disconnected') report.iceConnectionsLost += 1;
      if (connection.iceConnectionState === 'failed') report.iceConnectionsFailed = true;
    };
    connection.onconnectionstatechange = () => {
      if (connection.connectionState === 'failed') report.peerConnectionFailed = true;
    };
  }

  #talk(): void {
    if (this.#isOver || !this._pc) return;
    this.#talkingSince = Date.now();
    this.sessionReport.preTalkingTimeMillis = this.#talkingSince - this.#connectedAt;
    this.onSessionConnected(this);
    noteFirstPacket(this._pc, this.#connectedAt, this.sessionReport);
    void this.#signalling.tell('connected');
    this.#playCustomer().catch((error: unknown) => console.warn('The customer goes on as they are:', error));
  }

  async #playCustomer(): Promise<void> {
    let version: number | undefined;
    while (!this.#isOver) {
      const wish = await this.#signalling.customer(version);
      version = wish.version;
      this.#customer.silent = wish.isSilent;
    }
  }

  #fail(error: unknown): void {
    if (this.#isOver) return;
    this.#end();
    const reason = error instanceof SessionFailure ? error.reason : RTC_ERRORS.SIGNALLING_CONNECTION_FAILURE;
    this.onSessionFailed(this, reason);
    this.#cleanUp();
    void this.#signalling.tell('failed');
  }

  #end(): void {
    this.#isOver = true;
    this.sessionReport.sessionEndTime = new Date();
  }

  #cleanUp(): void {
    const start = Date.now();
    if (!this._isUserProvidedStream) for (const track of this.mediaStream?.getTracks() ?? []) track.stop();
    for (const sender of this._pc?.getSenders() ?? []) sender.track?.stop();
    this._pc?.close();
    this.#customer.hangUp();
    if (this.remoteAudioElement) this.remoteAudioElement.srcObject = null;
    this.sessionReport.cleanupTimeMillis = Date.now() - start;
  }

  async #stats() {
    if (!this._pc) throw new Error('The call has no connection yet');
    return audioStats(await this._pc.getStats(), new Date(), this.#version);
  }
}

function known(stats: AudioStats | undefined): AudioStats {
  if (!stats) throw new Error('There are no statistics of this direction yet');
  return stats;
}
