/** The ways to a TURN server, as the checks are named, the best first. */
export const ways = ['turnUdp', 'turnTcp', 'turnTls'] as const;
export type Way = (typeof ways)[number];

/** Of a TURN or STUN server, as Amazon Connect hands it out or the deployment names it. */
export type MediaServer = {
  readonly urls: readonly string[];
  readonly username?: string | undefined;
  readonly credential?: string | undefined;
};

/** What to ask by one way. */
export type WayServers = {
  readonly servers: readonly RTCIceServer[];
  /** Somebody's own credentials: with them it can be tried whether the server relays. */
  readonly hasCredentials: boolean;
  readonly places: readonly string[];
};

/** Browsers ask no TURN server without credentials; the refusal of these shows that the way is open, too. */
const nobody = { username: 'preflight', credential: 'preflight' };
const defaultPort = { stun: 3478, turn: 3478, turns: 5349 } as const;

type Parsed = { readonly url: string; readonly way: Way; readonly place: string; readonly isTurn: boolean };

/**
 * Sorts servers by the way to them. What Amazon Connect hands out counts; the deployment's own stand in for the ways that it
 * hands out nothing for.
 */
export function serversByWay(
  ofConnect: readonly MediaServer[],
  configured: readonly MediaServer[],
): Partial<Record<Way, WayServers>> {
  const sorted: Partial<Record<Way, WayServers>> = {};
  for (const way of ways) {
    const its = serversOf(way, ofConnect) ?? serversOf(way, configured);
    if (its) sorted[way] = its;
  }
  return sorted;
}

function serversOf(way: Way, servers: readonly MediaServer[]): WayServers | undefined {
  const asked = servers.flatMap(({ urls, username, credential }) =>
    urls
      .map(parse)
      .filter((its) => its?.way === way)
      .map((its) => ({ ...(its as Parsed), username, credential })),
  );
  // With some that one has credentials for, the others tell nothing more.
  const withOwn = asked.filter(({ isTurn, username, credential }) => isTurn && username && credential);
  const chosen = withOwn.length > 0 ? withOwn : asked;
  if (chosen.length === 0) return undefined;
  return {
    servers: chosen.map(({ url, isTurn, username, credential }) => ({
      urls: url,
      ...(isTurn ? (username && credential ? { username, credential } : nobody) : {}),
    })),
    hasCredentials: withOwn.length > 0,
    places: [...new Set(chosen.map(({ place }) => place))],
  };
}

/** RFC 7064 and RFC 7065: `turn:HOST[:PORT][?transport=udp|tcp]`. Undefined for any other text. */
function parse(url: string): Parsed | undefined {
  const [, scheme, host, port, transport] =
    /^(stun|turns?):(\[[0-9a-f:.]+\]|[^:?@/\s]+)(?::(\d{1,5}))?(?:\?transport=(udp|tcp))?$/i.exec(url) ?? [];
  if (!scheme || !host) return undefined;
  const kind = scheme.toLowerCase() as keyof typeof defaultPort;
  const way = kind === 'turns' ? 'turnTls' : transport?.toLowerCase() === 'tcp' ? 'turnTcp' : 'turnUdp';
  const protocol = way === 'turnUdp' ? 'UDP' : 'TCP';
  return { url, way, isTurn: kind !== 'stun', place: `${protocol} ${port ?? defaultPort[kind]} to ${host}` };
}
