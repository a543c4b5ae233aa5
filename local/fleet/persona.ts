import type { DeviceFacts } from '../../model/messages/envelope.ts';
import type { Agent } from '../organisation.ts';
import { type Random, randomOf } from './random.ts';

/** What an agent works with, all week. */
export type Persona = {
  readonly agent: Agent;
  readonly worksAtHome: boolean;
  readonly userAgent: string;
  readonly device: DeviceFacts;
  readonly streamsVersion: string;
  readonly rtcVersion: string;
  /** Old versions of the library give no round-trip time for the audio to the agent. */
  readonly roundTripOnBothStreams: boolean;
  /** The way from the agent's machine to the media servers, when nothing is wrong. */
  readonly lastMile: {
    readonly roundTripMillis: number;
    readonly jitterMillis: number;
    readonly lossPercent: number;
    /** Seconds of bad network per hour. */
    readonly badSecondsPerHour: number;
    /** Share of the calls in which that is many times worse: a crowded Wi-Fi, a download. */
    readonly badCallShare: number;
  };
};

/** To Frankfurt and back, from a wired desk. */
const roundTripOf: Readonly<Record<string, number>> = { Lisbon: 46, Krakow: 24, Manila: 188 };

const chrome = (system: string, version: number) =>
  `Mozilla/5.0 (${system}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version}.0.0.0 Safari/537.36`;
const windows = 'Windows NT 10.0; Win64; x64';

const machines: readonly { userAgent: string; device: DeviceFacts }[] = [
  {
    userAgent: chrome(windows, 142),
    device: { cpuCount: 8, memoryGiB: 8, osName: 'Windows', osVersion: '11' },
  },
  {
    userAgent: chrome(windows, 141),
    device: { cpuCount: 4, memoryGiB: 8, osName: 'Windows', osVersion: '10' },
  },
  {
    userAgent: `${chrome(windows, 142)} Edg/142.0.0.0`,
    device: { cpuCount: 8, memoryGiB: 8, osName: 'Windows', osVersion: '11' },
  },
  {
    userAgent: chrome('Macintosh; Intel Mac OS X 10_15_7', 142),
    device: { cpuCount: 10, memoryGiB: 8, osName: 'macOS', osVersion: '15.6' },
  },
  { userAgent: chrome('X11; CrOS x86_64 14541.0.0', 141), device: { cpuCount: 4, memoryGiB: 4 } },
  {
    userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0',
    device: { cpuCount: 8 },
  },
];
const shares = [38, 12, 26, 12, 6, 6];

/** Makes an agent's persona; the same seed gives the same one. */
export function personaOf(agent: Agent, seed: number): Persona {
  const random = randomOf(seed, 'persona', agent.username);
  const worksAtHome = random.chance(0.3);
  const upToDate = random.chance(0.85);
  return {
    agent,
    worksAtHome,
    ...random.pick(machines, shares),
    streamsVersion: upToDate ? '2.28.2' : '2.24.1',
    rtcVersion: upToDate ? '1.3.4' : '1.1.14',
    roundTripOnBothStreams: upToDate,
    lastMile: lastMileOf(agent.site.name, worksAtHome, random),
  };
}

function lastMileOf(site: string, worksAtHome: boolean, random: Random): Persona['lastMile'] {
  const wired = roundTripOf[site] ?? 60;
  if (!worksAtHome) {
    return {
      roundTripMillis: wired + random.between(0, 6),
      jitterMillis: random.between(1.5, 4),
      lossPercent: random.between(0.01, 0.06),
      badSecondsPerHour: random.between(10, 25),
      badCallShare: random.between(0.005, 0.02),
    };
  }
  return {
    roundTripMillis: wired + random.between(8, 30),
    jitterMillis: random.between(3, 9),
    lossPercent: random.between(0.05, 0.2),
    badSecondsPerHour: random.between(25, 60),
    badCallShare: random.between(0.02, 0.05),
  };
}
