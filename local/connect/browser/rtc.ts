// The RTC provider alone, for a page that hosts the softphone itself: load it after Streams, as one loads connect-rtc-js.
import { provideRtc } from './rtc/provide.ts';

provideRtc({
  // Not where the script is from: a page publishes it as its own. The simulator is where its softphone is from.
  get origin() {
    const frame = document.querySelector<HTMLIFrameElement>('iframe[src*="/ccp-v2"]');
    if (!frame) throw new Error('The page has no frame with the simulated softphone');
    return new URL(frame.src).origin;
  },
  version: '1.3.2',
});
