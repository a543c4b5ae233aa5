import type { Secrets } from '../calls/secrets.ts';

/** As CreateTransport hands out a TURN server to a softphone. */
export type MediaConnection = {
  readonly username: string;
  readonly credential: string;
  readonly urls: readonly string[];
};

/** Who may use the TURN server: whom Connect has given a name and a credential for it, anew each time. */
export class TurnUsers {
  readonly #secrets: Secrets;
  readonly #credentials = new Map<string, string>();

  constructor(secrets: Secrets) {
    this.#secrets = secrets;
  }

  handOut(urls: readonly string[]): MediaConnection {
    const username = this.#secrets.make('turn-username');
    const credential = this.#secrets.make('turn-credential');
    this.#credentials.set(username, credential);
    return { username, credential, urls };
  }

  readonly credentialOf = (username: string): string | undefined => this.#credentials.get(username);
}
