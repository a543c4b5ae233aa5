import type { Page } from 'playwright-core';

type Streams = { agent(listener: (agent: { setMicrophoneDevice(deviceId: string): void }) => void): void };

/**
 * Takes the microphone from the page and the softphone's frame, or gives it back, as the browser's settings do. Chromium ends its
 * tracks then as it does when a microphone is unplugged: packets stop leaving.
 */
export async function allowMicrophone(page: Page, isAllowed: boolean): Promise<void> {
  const browser = page.context().browser();
  if (!browser) throw new Error('The page’s browser is gone');
  const ofPage = await page.context().newCDPSession(page);
  const { targetInfo } = await ofPage.send('Target.getTargetInfo');
  const ofBrowser = await browser.newBrowserCDPSession();
  for (const origin of new Set(page.frames().map((frame) => new URL(frame.url()).origin))) {
    await ofBrowser.send('Browser.setPermission', {
      origin,
      permission: { name: 'microphone' },
      setting: isAllowed ? 'granted' : 'denied',
      ...(targetInfo.browserContextId ? { browserContextId: targetInfo.browserContextId } : {}),
    });
  }
  await Promise.all([ofPage.detach(), ofBrowser.detach()]);
}

/** The agent chooses the microphone anew, as in the softphone's settings. */
export function chooseMicrophone(page: Page): Promise<void> {
  return page.evaluate(() => {
    const { connect } = globalThis as unknown as { connect: Streams };
    connect.agent((agent) => agent.setMicrophoneDevice('default'));
  });
}
