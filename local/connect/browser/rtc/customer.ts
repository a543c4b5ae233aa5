import { forOtherSide, pathCandidate } from './sdp.ts';
import { Speech } from './speech.ts';

/** The far side of a call: a second peer connection in the same page, reachable only through the call's path. */
export class Customer {
  readonly #connection = new RTCPeerConnection();
  readonly #speech = new Speech();
  #isConnected = false;
  #isSilent = false;

  /** Takes the agent's offer and the path's end that stands for the agent; gives the answer. */
  async answer(offer: string, port: number): Promise<string> {
    await this.#connection.setRemoteDescription({ type: 'offer', sdp: forOtherSide(offer) });
    this.#connection.addTrack(this.#speech.track);
    const answer = await this.#connection.createAnswer();
    await this.#connection.setLocalDescription(answer);
    await this.#connection.addIceCandidate(pathCandidate(port));
    return forOtherSide(answer.sdp ?? '');
  }

  /** They are heard from the answer to the end, but not on hold. */
  set connected(connected: boolean) {
    this.#isConnected = connected;
    this.#speak();
  }

  /** They say nothing, though they are connected. */
  set silent(silent: boolean) {
    this.#isSilent = silent;
    this.#speak();
  }

  hangUp(): void {
    this.#speech.stop();
    this.#connection.close();
  }

  #speak(): void {
    this.#speech.audible = this.#isConnected && !this.#isSilent;
  }
}
