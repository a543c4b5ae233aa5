import type { PageSoftphone } from '../../../model/settings/agent-site.ts';

/** Until then nobody could be rung. */
const patienceMillis = 15_000;

/**
 * Loads connect-rtc-js into the page, after Streams, as its README asks. Rejects with an Error where the script is missing, is not what
 * was published (the browser compares its hash), takes too long, or brings no softphone session.
 */
export async function loadLibrary({ script, integrity }: PageSoftphone): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const fail = () => reject(new Error(`${script}: missing, or not what was published`));
    const element = document.createElement('script');
    Object.assign(element, { src: script, integrity, crossOrigin: 'anonymous' });
    element.addEventListener('load', () => resolve());
    element.addEventListener('error', fail);
    setTimeout(fail, patienceMillis);
    document.head.append(element);
  });
  if (!('RTCSession' in connect)) throw new Error(`${script}: not connect-rtc-js`);
}
