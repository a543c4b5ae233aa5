import type { Secrets } from './secrets.ts';

/** What Connect hands to the softphone for one call: `softphoneMediaInfo`. Its secrets must never leave the page. */
export interface MediaConfig {
  readonly callContextToken: string;
  readonly callConfigJson: string;
}

/** Makes a configuration with Connect's own spelling of the keys and with secrets that a test can recognise. */
export function makeMediaConfig(region: string, secrets: Secrets): MediaConfig {
  const iceServer = {
    // Names under .localhost resolve to loopback (RFC 6761 §6.3), where nothing answers on these ports.
    urls: [`turn:turn.${region}.connect.localhost:3478?transport=udp`],
    username: secrets.make('turn-username'),
    credential: secrets.make('turn-credential'),
    sessionToken: secrets.make('turn-session-token'),
  };
  const config = {
    signalingEndpoint: `wss://rtc.${region}.connect.localhost/LilyRTC`,
    iceServers: [iceServer],
    protocol: 'LilyRTC/1.0',
    useWebSocketProvider: true,
  };
  return { callContextToken: secrets.make('call-context-token'), callConfigJson: JSON.stringify(config) };
}
