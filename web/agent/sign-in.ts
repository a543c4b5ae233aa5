import * as oauth from 'oauth4webapi';
import type { Authorize } from '../push/attempt.ts';
import { headerFor } from './access-token.ts';
import { signInStorage, type TabStorage, type Tokens } from './sign-in-storage.ts';
import { withoutIdToken } from './without-id-token.ts';

/** The hosted pages of the agents' user pool, as the deployment has them. */
export type SignInSettings = {
  /** Without a slash at the end. */
  readonly url: string;
  readonly clientId: string;
  readonly issuer: string;
};

type Deps = {
  readonly storage: TabStorage;
  readonly fetch: typeof fetch;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** The page's own address, where the sign-in leads back to. */
  readonly redirectUri: string;
};

/** A token that ends sooner is renewed before it is used. */
const spareMillis = 120_000;

/** The agent's own sign-in, for what the page sends: OAuth 2.0 authorization code with PKCE (RFC 6749, RFC 7636). */
export class AgentSignIn {
  readonly #settings: SignInSettings;
  readonly #deps: Deps;
  readonly #kept: ReturnType<typeof signInStorage>;
  readonly #server: oauth.AuthorizationServer;
  readonly #client: oauth.Client;
  #tokens: Tokens | undefined;
  #renewing: Promise<void> | undefined;

  constructor(settings: SignInSettings, deps: Deps) {
    this.#settings = settings;
    this.#deps = deps;
    this.#client = { client_id: settings.clientId };
    this.#server = { issuer: settings.issuer, token_endpoint: `${settings.url}/oauth2/token` };
    this.#kept = signInStorage(deps.storage);
    this.#tokens = this.#kept.tokens();
  }

  get isSignedIn(): boolean {
    return this.#tokens !== undefined;
  }

  /** True where this tab has led to the sign-in pages, and they have not led back to it. */
  get isPending(): boolean {
    return this.#kept.pending() !== undefined;
  }

  /**
   * Where to send the agent to sign in.
   *
   * @param again asks who it is, even where the sign-in pages remember somebody
   */
  async begin(again: boolean): Promise<string> {
    const verifier = oauth.generateRandomCodeVerifier();
    const state = `${again ? 'window' : 'page'}.${oauth.generateRandomState()}`;
    this.#kept.keepPending({ state, verifier });
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: this.#settings.clientId,
      redirect_uri: this.#deps.redirectUri,
      scope: 'openid',
      state,
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...(again ? { prompt: 'login' } : {}),
    });
    return `${this.#settings.url}/oauth2/authorize?${query}`;
  }

  /** Whether this tab asked for it. */
  expects(answer: URLSearchParams): boolean {
    const asked = this.#kept.pending();
    return asked !== undefined && answer.get('state') === asked.state;
  }

  /** Takes what the sign-in pages led back with. False where it is not what this tab asked for, or they refused. */
  async finish(answer: URLSearchParams): Promise<boolean> {
    const asked = this.#kept.pending();
    if (!asked || answer.get('state') !== asked.state) return false;
    this.#kept.forgetPending();
    try {
      const { code, state, ...others } = Object.fromEntries(answer) as Record<string, string>;
      const parameters = oauth.validateAuthResponse(
        this.#server,
        this.#client,
        new URLSearchParams({ ...(code ? { code } : {}), ...(state ? { state } : {}), ...others }),
        asked.state,
      );
      const response = await oauth.authorizationCodeGrantRequest(
        this.#server,
        this.#client,
        oauth.None(),
        parameters,
        this.#deps.redirectUri,
        asked.verifier,
        this.#requestOptions,
      );
      this.#keep(
        await oauth.processAuthorizationCodeResponse(
          this.#server,
          this.#client,
          await withoutIdToken(response),
        ),
      );
      return true;
    } catch {
      return false;
    }
  }

  /** How a message of an agent may be sent: at once where the token is good, because a page that closes has no time. */
  readonly authorize: Authorize = (agent) => {
    const its = this.#tokens;
    if (!its) return 'signIn';
    if (its.endsAt - this.#deps.now() > spareMillis) return headerFor(its.access, agent);
    return this.#renew().then(() => (this.#tokens ? headerFor(this.#tokens.access, agent) : 'signIn'));
  };

  /** The server did not take the token: it is renewed before the next use. */
  refused(): void {
    if (this.#tokens) this.#tokens = { ...this.#tokens, endsAt: 0 };
  }

  #renew(): Promise<void> {
    this.#renewing ??= this.#refresh().finally(() => {
      this.#renewing = undefined;
    });
    return this.#renewing;
  }

  async #refresh(): Promise<void> {
    const refresh = this.#tokens?.refresh;
    try {
      if (!refresh) throw new Error('There is nothing to renew with');
      const response = await oauth.refreshTokenGrantRequest(
        this.#server,
        this.#client,
        oauth.None(),
        refresh,
        this.#requestOptions,
      );
      this.#keep(
        await oauth.processRefreshTokenResponse(this.#server, this.#client, await withoutIdToken(response)),
        refresh,
      );
    } catch (fault) {
      // Out of reach is not refused: what there is may still be good, and is tried again.
      if (fault instanceof oauth.ResponseBodyError || !refresh) this.#forget();
    }
  }

  #keep(answer: oauth.TokenEndpointResponse, refresh?: string): void {
    this.#tokens = {
      access: answer.access_token,
      // Amazon Cognito gives no new one with a renewal.
      ...((answer.refresh_token ?? refresh) ? { refresh: answer.refresh_token ?? refresh } : {}),
      endsAt: this.#deps.now() + (answer.expires_in ?? 0) * 1000,
    };
    this.#kept.keepTokens(this.#tokens);
  }

  #forget(): void {
    this.#tokens = undefined;
    this.#kept.forgetTokens();
  }

  get #requestOptions() {
    return {
      [oauth.customFetch]: this.#deps.fetch,
      // Only the local stack's sign-in pages are not https.
      [oauth.allowInsecureRequests]: this.#settings.url.startsWith('http://localhost'),
    };
  }
}
