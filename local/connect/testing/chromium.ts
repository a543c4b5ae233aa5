import { type Browser, chromium } from 'playwright-core';

/**
 * The Chromium of CHROMIUM, else the system's, headless: real audio on loopback without a microphone, a sound card or a
 * person (Chromium's sources, `media_switches.cc`).
 */
export const chromiumForTests = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    '--allow-loopback-in-peer-connection',
    '--autoplay-policy=no-user-gesture-required',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

export function launchChromium(): Promise<Browser> {
  return chromium.launch(chromiumForTests);
}
