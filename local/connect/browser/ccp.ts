// The CCP page: Streams' inside half, an RTC provider, and a softphone for people.

import { readSettings } from './ccp/settings.ts';
import { showSoftphone } from './ccp/softphone.ts';
import { startStreams } from './ccp/streams.ts';
import { provideRtc } from './rtc/provide.ts';

const settings = readSettings();
provideRtc({ origin: location.origin, version: settings.rtcVersion });
startStreams(settings);
showSoftphone();
