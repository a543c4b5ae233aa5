import { softphoneCallConfig } from '../../model/connect/softphone-media-info.ts';
import { present } from './present.ts';

/** Where a call's media and signalling go: hosts only. */
export type MediaHosts = { readonly signalingEndpoint?: string; readonly iceServers?: string[] };

const longestHost = 256;
const mostHosts = 20;

/**
 * Reads the hosts out of a connection's `callConfigJson`, and nothing else: the credentials in it never leave this
 * function. Gives nothing of a text that is not such a configuration.
 */
export function mediaHosts(callConfigJson: unknown): MediaHosts {
  const config = softphoneCallConfig.safeParse(parseJson(callConfigJson));
  if (!config.success) return {};
  const urls = config.data.iceServers.flatMap((server) => server.urls);
  const hosts = [...new Set(urls.map(hostOf).filter((host) => host !== undefined))];
  return present<MediaHosts>({
    signalingEndpoint: hostOf(config.data.signalingEndpoint ?? ''),
    iceServers: hosts.length > 0 ? hosts.slice(0, mostHosts) : undefined,
  });
}

/** `wss://host:443/path?token`, `turn:host:3478?transport=udp` and `turn:user@host` are all at `host`. */
function hostOf(url: string): string | undefined {
  const authority = /^[a-z]+:(?:\/\/)?([^/?#]+)/i.exec(url)?.[1];
  const host = authority
    ?.split('@')
    .at(-1)
    ?.match(/^(\[[0-9a-f:.]+\]|[^:]+)/i)?.[1];
  return host && host.length <= longestHost ? host.toLowerCase() : undefined;
}

function parseJson(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}
