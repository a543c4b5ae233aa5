/** Calls the simulator's control; throws with its answer if it refuses. */
export class SimClient {
  readonly #url: string;

  constructor(connectUrl: string) {
    // Node looks up localhost as ::1 too, where nobody listens.
    this.#url = `${connectUrl.replace('//localhost:', '//127.0.0.1:')}/sim`;
  }

  async send<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await this.try(method, path, body);
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (response.status === 204 ? undefined : await response.json()) as T;
  }

  /** The same without judging the answer. */
  try(method: string, path: string, body?: object): Promise<Response> {
    return fetch(this.#url + path, { method, ...(body && { body: JSON.stringify(body) }) });
  }
}
