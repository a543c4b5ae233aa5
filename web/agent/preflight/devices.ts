import { type Finding, found, passed } from './finding.ts';

type Device = Pick<MediaDeviceInfo, 'kind' | 'deviceId'>;

/** Not devices, but names for one of the others (Chromium). */
const aliases: ReadonlySet<string> = new Set(['default', 'communications']);

/** Whether there is a microphone, and something to hear with. */
export async function checkDevices(
  source: Pick<MediaDevices, 'enumerateDevices'> | undefined = navigator.mediaDevices,
): Promise<Finding> {
  if (!source) return found('failed', 'unsupported');
  // Browsers that cannot choose where sound comes out do not list it either.
  return judgeDevices(await source.enumerateDevices(), 'setSinkId' in HTMLMediaElement.prototype);
}

export function judgeDevices(all: readonly Device[], listsOutputs: boolean): Finding {
  const count = (kind: MediaDeviceKind) =>
    all.filter((device) => device.kind === kind && !aliases.has(device.deviceId)).length;
  const microphones = count('audioinput');
  const isDeaf = listsOutputs && count('audiooutput') === 0;
  return microphones === 0 || isDeaf ? found('failed', 'missing', microphones) : passed(microphones);
}
