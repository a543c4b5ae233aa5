import Bowser from 'bowser';
import type { Dimensions } from '../../model/documents/dimensions.ts';
import type { DeviceFacts } from '../../model/messages/envelope.ts';
import { remember } from './remember.ts';

/** Longer than any real one; the parser's patterns need not see more. */
const longestUserAgent = 1000;
/** A contact centre has few kinds of browsers. */
const parseUserAgent = remember((header) => Bowser.parse(header), 500);

/**
 * Browser, operating system and device: what the page found out itself, else what the User-Agent header says. Browsers
 * freeze the header (every Windows is 10, every macOS 10.15.7), so the page knows better.
 */
export function describeDevice(
  device: DeviceFacts | undefined,
  userAgent: string | undefined,
): Pick<Dimensions, 'browser' | 'os' | 'device'> {
  const header = userAgent ? parseUserAgent(userAgent.slice(0, longestUserAgent)) : undefined;
  const { cpuCount, memoryGiB } = device ?? {};
  return {
    ...named('browser', device?.browserName, device?.browserVersion, header?.browser),
    ...named('os', device?.osName, device?.osVersion, header && marketed(header.os)),
    ...(cpuCount === undefined && memoryGiB === undefined
      ? {}
      : {
          device: {
            ...(cpuCount === undefined ? {} : { cpuCount }),
            ...(memoryGiB === undefined ? {} : { memoryGiB }),
          },
        }),
  };
}

/** The header says "NT 10.0" of what everybody calls Windows 10. */
function marketed(os: { name?: string; version?: string; versionName?: string }) {
  return os.name === 'Windows' ? { name: os.name, version: os.versionName ?? os.version } : os;
}

/** Name and version come from one source: a name of one and a version of the other would be neither. */
function named<Key extends 'browser' | 'os'>(
  key: Key,
  name: string | undefined,
  version: string | undefined,
  header: { name?: string | undefined; version?: string | undefined } | undefined,
): Pick<Dimensions, Key> | Record<never, never> {
  const its = name ? { name, version } : { name: header?.name, version: header?.version };
  if (!its.name) return {};
  return { [key]: { name: its.name, ...(its.version ? { version: its.version } : {}) } };
}
