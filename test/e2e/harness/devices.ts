import type { BrowserContext, Page } from 'playwright-core';

type Change = 'lost' | 'switched' | 'none';
type InPage = { changeDevices(to: Change): void };

/**
 * Lets a test unplug the headset, and have the computer switch to another. A stand-in for what `navigator.mediaDevices` tells:
 * Chromium has its fake devices for as long as it lives, and the debugging protocol unplugs none.
 */
export async function withPlugs(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const { mediaDevices } = navigator;
    const real = mediaDevices.enumerateDevices.bind(mediaDevices);
    let change: Change = 'none';
    mediaDevices.enumerateDevices = async () => {
      const all = await real();
      const [headset, other] = all.filter((one) => one.kind === 'audioinput' && one.deviceId !== 'default');
      if (change === 'none' || !headset || !other) return all;
      const named = ({ kind, deviceId }: MediaDeviceInfo) => kind === 'audioinput' && deviceId === 'default';
      const now = all.map((one) => (named(one) ? { ...one.toJSON(), groupId: other.groupId } : one));
      return change === 'lost' ? now.filter(({ deviceId }) => deviceId !== headset.deviceId) : now;
    };
    const changeDevices = (to: Change) => {
      change = to;
      mediaDevices.dispatchEvent(new Event('devicechange'));
    };
    Object.assign(globalThis, { changeDevices });
  });
}

export function changeDevices(page: Page, to: Change): Promise<void> {
  return page.evaluate((change) => (globalThis as unknown as InPage).changeDevices(change), to);
}
