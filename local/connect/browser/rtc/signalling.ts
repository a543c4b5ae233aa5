/** A fault that the simulator asks the softphone to run into; the handshake it refuses itself. */
export type AskedFault = 'ice' | 'microphone';

/** The two ends of a call's path. */
export interface PathEnds {
  readonly agentSidePort: number;
  readonly customerSidePort: number;
}

/** What the control asks of the customer. */
export interface CustomerWish {
  readonly version: number;
  readonly isSilent: boolean;
}

/** The simulator refused the call. */
export class CallRefused extends Error {}

/** Talks to the simulator about one call. A refusal is a CallRefused; if nothing answers, it is fetch's own error. */
export class Signalling {
  readonly #url: string;
  readonly #callContextToken: string;

  constructor(origin: string, contactId: string, callContextToken: string) {
    this.#url = `${origin}/signalling/${contactId}`;
    this.#callContextToken = callContextToken;
  }

  async askedFault(): Promise<AskedFault | undefined> {
    const { fault } = (await this.#send('GET')) as { fault?: AskedFault };
    return fault;
  }

  async open(): Promise<PathEnds> {
    return (await this.#send('POST', { callContextToken: this.#callContextToken })) as PathEnds;
  }

  /** Never rejects: a call that is over meanwhile need not be told. */
  async tell(state: 'connected' | 'failed'): Promise<void> {
    await this.#send('PUT', { state }).catch((error: unknown) => console.warn('Not told:', error));
  }

  /** Whether the customer is to be silent: once that is not what `version` said, or after a while. */
  async customer(version: number | undefined): Promise<CustomerWish> {
    const query = version === undefined ? '' : `?version=${version}`;
    return (await this.#send('GET', undefined, `/customer${query}`)) as CustomerWish;
  }

  async #send(method: string, body?: object, path = ''): Promise<unknown> {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(this.#url + path, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new CallRefused(await response.text());
    return response.json();
  }
}
