import type { WarningKind } from '../../model/warnings/warning-kinds.ts';

/** The computer's microphones and headsets, and the group of the microphone that it uses unless told otherwise. */
type Devices = { readonly ids: ReadonlySet<string>; readonly usual: string | undefined };
type Source = Pick<MediaDevices, 'enumerateDevices' | 'addEventListener'>;

/** Not devices, but names for one of the others (Chromium). */
const aliases: ReadonlySet<string> = new Set(['', 'default', 'communications']);

/**
 * Watches whether a microphone or headset that was there when the call began goes, or the computer switches to another microphone.
 * Browsers name devices only to pages that may use the microphone; to others nothing is known, and nothing is said.
 *
 * @param report told at each change what is the case
 */
export function watchDevices(
  report: (kind: WarningKind, present: boolean) => void,
  ends: AbortSignal,
  source: Source | undefined = navigator.mediaDevices,
): { onTalking(isTalking: boolean): void } {
  let atBeginning: Promise<Devices> | undefined;
  const look = async () => devicesOf((await source?.enumerateDevices()) ?? []);
  const compare = async () => {
    if (!atBeginning) return;
    const [before, now] = [await atBeginning, await look()];
    const isLost = [...before.ids].some((id) => !now.ids.has(id));
    report('deviceLost', isLost);
    report('deviceSwitched', !isLost && now.usual !== before.usual);
  };
  source?.addEventListener('devicechange', () => void compare(), { signal: ends });
  return {
    onTalking(isTalking) {
      atBeginning = isTalking ? (atBeginning ?? look()) : undefined;
    },
  };
}

/** Loudspeakers without a microphone are no headset: a screen that goes to sleep takes its own away. */
function devicesOf(all: readonly Pick<MediaDeviceInfo, 'deviceId' | 'groupId' | 'kind'>[]): Devices {
  const inputs = all.filter(({ kind }) => kind === 'audioinput');
  const groups = new Set(inputs.map(({ groupId }) => groupId));
  const headsets = all.filter(({ kind, groupId }) => kind !== 'videoinput' && groups.has(groupId));
  const usual = inputs.find(({ deviceId }) => deviceId === 'default') ?? inputs[0];
  const ids = headsets
    .filter(({ deviceId }) => !aliases.has(deviceId))
    .map((one) => `${one.kind} ${one.deviceId}`);
  return { ids: new Set(ids), usual: usual?.groupId };
}
