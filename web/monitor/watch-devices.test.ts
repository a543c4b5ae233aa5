import { expect, test, vi } from 'vitest';
import { watchDevices } from './watch-devices.ts';

type Device = Pick<MediaDeviceInfo, 'kind' | 'deviceId' | 'groupId'>;
const headset: Device = { kind: 'audioinput', deviceId: 'h', groupId: 'headset' };
const laptop: Device = { kind: 'audioinput', deviceId: 'l', groupId: 'laptop' };
const speaker: Device = { kind: 'audiooutput', deviceId: 's', groupId: 'laptop' };
const usual = (device: Device): Device => ({ ...device, deviceId: 'default' });

function computer(...devices: Device[]) {
  let list = devices;
  const source = Object.assign(new EventTarget(), {
    enumerateDevices: async () => list as MediaDeviceInfo[],
  });
  const said = new Map<string, boolean>();
  const report = vi.fn((kind: string, present: boolean) => void said.set(kind, present));
  const watching = watchDevices(report, new AbortController().signal, source);
  return {
    said,
    report,
    source,
    watching,
    /** Gives what is said once the change was looked at. */
    async become(...now: Device[]) {
      list = now;
      const before = report.mock.calls.length;
      source.dispatchEvent(new Event('devicechange'));
      await vi.waitFor(() => expect(report.mock.calls.length).toBe(before + 2));
      return [...said].flatMap(([kind, present]) => (present ? [kind] : []));
    },
  };
}

test('a headset that goes is lost until it is back', async () => {
  const { watching, become } = computer(usual(headset), headset, laptop, speaker);
  watching.onTalking(true);
  expect(await become(usual(laptop), laptop, speaker)).toEqual(['deviceLost']);
  expect(await become(usual(headset), headset, laptop, speaker)).toEqual([]);
});

test('another microphone than at the beginning is a switch, a new device is none', async () => {
  const { watching, become } = computer(usual(headset), headset, speaker);
  watching.onTalking(true);
  watching.onTalking(true);
  expect(await become(usual(headset), headset, laptop, speaker)).toEqual([]);
  expect(await become(usual(laptop), headset, laptop, speaker)).toEqual(['deviceSwitched']);
});

test('a screen with loudspeakers may go to sleep; the earpieces of a headset may not', async () => {
  const screen: Device = { kind: 'audiooutput', deviceId: 'x', groupId: 'screen' };
  const earpieces: Device = { kind: 'audiooutput', deviceId: 'e', groupId: 'headset' };
  const { watching, become } = computer(usual(headset), headset, earpieces, screen);
  watching.onTalking(true);
  expect(await become(usual(headset), headset, earpieces)).toEqual([]);
  expect(await become(usual(headset), headset, screen)).toEqual(['deviceLost']);
});

test('between calls nothing is said', async () => {
  const { watching, become, report, source } = computer(usual(headset), headset);
  watching.onTalking(true);
  expect(await become()).toEqual(['deviceLost']);
  watching.onTalking(false);
  source.dispatchEvent(new Event('devicechange'));
  watching.onTalking(true);
  await become();
  expect(report).toHaveBeenCalledTimes(4);
});
