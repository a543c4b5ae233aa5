import type { RtcVersion } from '../rtc/audio-stats.ts';

/** What the server writes into the page. */
export interface CcpSettings {
  readonly username: string;
  readonly authToken: string;
  readonly refreshToken: string;
  /** ISO 8601 */
  readonly authTokenExpiration: string;
  readonly region: string;
  readonly rtcVersion: RtcVersion;
}

/** Reads the settings that the server wrote into the page. */
export function readSettings(): CcpSettings {
  return JSON.parse(document.getElementById('settings')?.textContent ?? '{}') as CcpSettings;
}
