import type { TroubleKind } from './trouble.ts';

/**
 * Watches whether the browser lets the softphone use a microphone, and whether there is one. Where the browser does
 * not tell (Firefox did not before 131), nothing is reported: the softphone's own error will.
 *
 * @param report told whenever a trouble begins or ends
 */
export async function watchMicrophone(
  report: (kind: TroubleKind, present: boolean) => void,
  { permissions, mediaDevices }: Pick<Navigator, 'permissions' | 'mediaDevices'> = navigator,
): Promise<void> {
  const permission = await permissions?.query({ name: 'microphone' }).catch(() => undefined);
  if (permission) {
    const tell = () => report('microphoneBlocked', permission.state === 'denied');
    permission.addEventListener('change', tell);
    tell();
  }
  if (!mediaDevices) return;
  const count = async () => {
    const devices = await mediaDevices.enumerateDevices();
    report('microphoneMissing', !devices.some((device) => device.kind === 'audioinput'));
  };
  mediaDevices.addEventListener('devicechange', () => void count());
  await count();
}
