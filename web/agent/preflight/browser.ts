import type { DeviceFacts } from '../../../model/messages/envelope.ts';
import { deviceFacts } from '../../monitor/device-facts.ts';
import { type Finding, found, passed } from './finding.ts';
import { preflightLimits } from './limits.ts';

type Product = { readonly name: 'chrome' | 'edge' | 'firefox' | 'other'; readonly version: number };

/** What calls need of a browser. */
const needed = ['RTCPeerConnection', 'AudioContext', 'WebSocket', 'SharedWorker'] as const;

/** Whether this browser can make calls, and is not too old for it. */
export async function checkBrowser(scope: object = globalThis): Promise<Finding> {
  const canAll = needed.every((name) => name in scope) && navigator.mediaDevices !== undefined;
  return judgeBrowser(canAll, productOf(await deviceFacts(), navigator.userAgent));
}

export function judgeBrowser(canAll: boolean, { name, version }: Product): Finding {
  const value = version > 0 ? version : undefined;
  if (!canAll) return found('failed', 'unsupported', value);
  if (name === 'other') return found('limited', 'unsupported', value);
  return version < preflightLimits.oldestVersion[name] ? found('limited', 'outdated', value) : passed(value);
}

/** From client hints, else from the User-Agent header, which names the major version truly in every browser. */
export function productOf({ browserName = '' }: DeviceFacts, userAgent: string): Product {
  const of = (pattern: RegExp) => Number(pattern.exec(userAgent)?.[1] ?? 0);
  if (/edge/i.test(browserName) || /\bEdg\//.test(userAgent))
    return { name: 'edge', version: of(/Edg\/(\d+)/) };
  if (/\bFirefox\//.test(userAgent)) return { name: 'firefox', version: of(/Firefox\/(\d+)/) };
  if (/Chrome\//.test(userAgent)) return { name: 'chrome', version: of(/Chrome\/(\d+)/) };
  return { name: 'other', version: of(/Version\/(\d+)/) };
}
