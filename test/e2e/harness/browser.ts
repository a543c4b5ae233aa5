import { type BrowserServer, chromium } from 'playwright-core';

/** Real audio without a microphone, a sound card or a person: see the Chromium sources, `media_switches.cc`. */
const flags = [
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
];

/** Starts the one Chromium of all tests: that of CHROMIUM, else the system's. */
export async function startBrowser(): Promise<BrowserServer> {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  try {
    return await chromium.launchServer({ executablePath, args: flags, host: '127.0.0.1' });
  } catch (cause) {
    throw new Error(
      `Chromium did not start from ${executablePath}: install it, or set CHROMIUM to its path.`,
      {
        cause,
      },
    );
  }
}
