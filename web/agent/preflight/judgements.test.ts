import { expect, test } from 'vitest';
import { judgeBrowser, productOf } from './browser.ts';
import { judgeClock, serverTime } from './clock-skew.ts';
import { judgeDevices } from './devices.ts';
import { judgeLevel, judgeUnheard, rootMeanSquare } from './level.ts';
import { checkPermission, judgePermission, Microphone } from './microphone.ts';
import { judgeProcessor } from './processor.ts';
import { askRepeatedly, judgeRoundTrip } from './round-trip.ts';
import { judgeSampleRate } from './sample-rate.ts';

const edge = 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/142.0.0.0 Safari/537.36 Edg/141.0.0.0';
const safari = 'Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 Version/18.1 Safari/605.1.15';

test('a browser is what its User-Agent names last', () => {
  expect(productOf({}, edge)).toEqual({ name: 'edge', version: 141 });
  expect(productOf({}, edge.replace(/ Edg.*/, ''))).toEqual({ name: 'chrome', version: 142 });
  expect(productOf({}, 'Mozilla/5.0 (X11; rv:145.0) Gecko/20100101 Firefox/145.0')).toEqual({
    name: 'firefox',
    version: 145,
  });
  expect(productOf({}, safari)).toEqual({ name: 'other', version: 18 });
});

test('a browser without WebRTC cannot call; an old or unsupported one may', () => {
  expect(judgeBrowser(false, { name: 'chrome', version: 150 })).toMatchObject({ outcome: 'failed' });
  expect(judgeBrowser(true, { name: 'chrome', version: 100 })).toEqual({
    outcome: 'limited',
    reason: 'outdated',
    value: 100,
  });
  expect(judgeBrowser(true, { name: 'other', version: 18 })).toMatchObject({ reason: 'unsupported' });
  expect(judgeBrowser(true, { name: 'edge', version: 150 })).toEqual({ outcome: 'passed', value: 150 });
});

test.each([
  ['NotAllowedError', 'failed', 'denied'],
  ['NotFoundError', 'passed', 'missing'],
  ['NotReadableError', 'passed', 'inUse'],
] as const)('a microphone that answers %s', async (name, outcome, fault) => {
  const microphone = new Microphone({
    getUserMedia: () => Promise.reject(Object.assign(new Error(), { name })),
  });
  expect((await microphone.open()).outcome).toBe(outcome);
  expect(microphone.fault).toBe(fault);
  expect(judgeUnheard(fault).outcome).toBe(fault === 'denied' ? 'skipped' : 'failed');
});

test('at sign-in nobody is asked, and not having been asked is no fault', async () => {
  expect(judgePermission('prompt')).toEqual({ outcome: 'skipped', reason: 'notAsked' });
  expect(judgePermission('denied')).toEqual({ outcome: 'failed', reason: 'denied' });
  const refuses = { query: () => Promise.reject(new TypeError()) };
  expect(await checkPermission(refuses)).toEqual({ outcome: 'skipped', reason: 'unsupported' });
});

test('digital silence is a mute switch, a whisper is quiet', () => {
  expect(judgeLevel(0)).toMatchObject({ outcome: 'failed', reason: 'silent' });
  expect(judgeLevel(0.004)).toMatchObject({ outcome: 'limited', reason: 'quiet' });
  expect(judgeLevel(0.1)).toEqual({ outcome: 'passed', value: 0.1 });
  expect(rootMeanSquare(Float32Array.of(0.5, -0.5, 0.5, -0.5))).toBeCloseTo(0.5);
});

test('aliases are no devices; without anything to hear with there is no headset', () => {
  const device = (kind: MediaDeviceKind, deviceId: string) => ({ kind, deviceId });
  const microphone = [device('audioinput', 'default'), device('audioinput', 'a1')];
  const speaker = device('audiooutput', 'b2');
  expect(judgeDevices([...microphone, speaker], true)).toEqual({ outcome: 'passed', value: 1 });
  expect(judgeDevices(microphone, true)).toMatchObject({ outcome: 'failed', reason: 'missing' });
  expect(judgeDevices(microphone, false)).toMatchObject({ outcome: 'passed' });
  expect(judgeDevices([speaker], true)).toEqual({ outcome: 'failed', reason: 'missing', value: 0 });
});

test('a hands-free profile of old is no wideband', () => {
  expect(judgeSampleRate(8_000)).toEqual({ outcome: 'limited', reason: 'low', value: 8_000 });
  expect(judgeSampleRate(16_000).outcome).toBe('passed');
  expect(judgeSampleRate(Number.POSITIVE_INFINITY).outcome).toBe('skipped');
});

test('the first answer, which opens the connection, does not count', async () => {
  let now = 0;
  const took = [400, 50, 60, 40, 90, 50];
  const ask = async () => {
    now += took.shift() ?? 0;
  };
  const answers = await askRepeatedly('https://example.com', new AbortController().signal, ask, () => now);
  expect(judgeRoundTrip(answers, 300)).toEqual({ outcome: 'passed', value: 50 });
  expect(judgeRoundTrip([301], 300)).toMatchObject({ outcome: 'limited', reason: 'highRoundTrip' });
  expect(judgeRoundTrip(undefined, 300)).toEqual({ outcome: 'limited', reason: 'unreachable' });
});

test('wake-ups that are late are somebody else’s processor time', () => {
  expect(judgeProcessor([0, 1, -1, 2])).toMatchObject({ outcome: 'passed' });
  expect(judgeProcessor(Array.from({ length: 25 }, () => 20))).toMatchObject({
    outcome: 'limited',
    reason: 'slow',
    value: 1000 / 1500,
  });
});

test('the clock is the server’s when the answer was made, and the time that it lay in a cache', () => {
  const noon = Date.UTC(2026, 10, 22, 12);
  const headers = (age?: string) => new Headers({ date: new Date(noon).toUTCString(), ...(age && { age }) });
  expect(serverTime(headers())).toBe(noon + 500);
  expect(serverTime(headers('60'))).toBe(noon + 60_500);
  expect(judgeClock(serverTime(new Headers()), noon)).toMatchObject({ outcome: 'skipped' });
  expect(judgeClock(noon, noon + 30_000)).toEqual({ outcome: 'passed', value: -30_000 });
  expect(judgeClock(noon, noon - 30_001)).toEqual({ outcome: 'limited', reason: 'late', value: 30_001 });
  expect(judgeClock(noon, noon + 30_001)).toMatchObject({ outcome: 'limited', reason: 'early' });
});
