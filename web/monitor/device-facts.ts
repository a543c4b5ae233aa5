import type { DeviceFacts } from '../../model/messages/envelope.ts';
import { present } from './present.ts';

/** User-Agent Client Hints (WICG), which TypeScript's DOM library does not describe. */
type UserAgentData = {
  getHighEntropyValues(hints: readonly string[]): Promise<{
    readonly platform?: string;
    readonly platformVersion?: string;
    readonly fullVersionList?: readonly { readonly brand: string; readonly version: string }[];
  }>;
};
type Browser = Pick<Navigator, 'hardwareConcurrency'> & {
  readonly deviceMemory?: number;
  readonly userAgentData?: UserAgentData;
};

/** Chromium puts a brand that means nothing among the true ones, and names itself beside the product. */
const notTheProduct = /not.?a.?brand|^chromium$/i;

/**
 * What the browser says of itself and the machine. Exact versions come only from client hints: the User-Agent header,
 * which the server reads, is frozen in Chromium. Browsers without them give the little they have.
 */
export async function deviceFacts(browser: Browser = navigator): Promise<DeviceFacts> {
  const hints = await browser.userAgentData
    ?.getHighEntropyValues(['platformVersion', 'fullVersionList'])
    .catch(() => undefined);
  const brands = hints?.fullVersionList ?? [];
  const product =
    brands.find((one) => !notTheProduct.test(one.brand)) ??
    brands.find((one) => /^chromium$/i.test(one.brand));
  return present<DeviceFacts>({
    cpuCount: browser.hardwareConcurrency || undefined,
    memoryGiB: browser.deviceMemory,
    osName: hints?.platform || undefined,
    osVersion: osVersion(hints?.platform, hints?.platformVersion),
    browserName: product?.brand,
    browserVersion: product?.version,
  });
}

/** Windows counts otherwise: 13 and above is Windows 11 (Microsoft Learn, "Detect Windows 11 using JavaScript"). */
function osVersion(platform = '', version = ''): string | undefined {
  const major = Number.parseInt(version, 10);
  if (platform !== 'Windows' || !(major > 0)) return version || undefined;
  return major >= 13 ? '11' : '10';
}
