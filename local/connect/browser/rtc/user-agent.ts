/** Chromium's own description of browser and platform; not in the DOM library's types. */
interface UserAgentHints {
  readonly brands: readonly { readonly brand: string; readonly version: string }[];
  readonly mobile: boolean;
  getHighEntropyValues(hints: readonly string[]): Promise<Readonly<Record<string, unknown>>>;
}

/** The text that connect-rtc-js puts into the report, its private fields and all; null where the browser does not say (Firefox). */
export async function userAgentData(): Promise<string | null> {
  const { userAgentData: hints } = navigator as { userAgentData?: UserAgentHints };
  if (!hints) return null;
  const details = await hints.getHighEntropyValues(['platformVersion', 'architecture', 'bitness', 'model']);
  const [{ brand = null, version = null } = {}] = hints.brands.filter((each) => !/not/i.test(each.brand));
  return JSON.stringify({
    _platform: details.platform,
    _platformVersion: details.platformVersion,
    _architecture: details.architecture,
    _bitness: details.bitness,
    _browserBrand: brand,
    _browserVersion: version,
    _mobile: hints.mobile,
    _model: details.model,
  });
}
