// The RTC provider alone, for a page that hosts the softphone itself: load it after Streams, as one loads connect-rtc-js.
import { provideRtc } from './rtc/provide.ts';

const source = (document.currentScript as HTMLScriptElement | null)?.src ?? location.href;
provideRtc({ origin: new URL(source).origin, version: '1.3.2' });
