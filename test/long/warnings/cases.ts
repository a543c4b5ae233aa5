import type { WarningKind } from '../../../model/warnings/warning-kinds.ts';
import { press } from '../../e2e/harness/ccp.ts';
import { changeDevices } from '../../e2e/harness/devices.ts';
import { allowMicrophone, chooseMicrophone } from '../../e2e/harness/microphone-permission.ts';
import { type Network, simulator } from '../../e2e/harness/simulator.ts';
import type { Softphone } from '../../e2e/harness/softphone.ts';

/** A call to be spoilt. */
export type Call = { readonly softphone: Softphone; readonly contactId: string };

export type Case = {
  readonly name: string;
  /** Undefined where the agent is to be left alone. */
  readonly kind?: WarningKind;
  /** Seconds after which anybody who measures could know: what the rule takes for trouble, and how often the far side reports. */
  readonly knownAfter: number;
  /** Resolves when the trouble has begun. */
  readonly begin: (call: Call) => Promise<unknown>;
  readonly end: (call: Call) => Promise<unknown>;
  /** When the trouble really began and was over, where that is not when the test said so. */
  readonly times?: (contactId: string) => Promise<{ readonly begun: number; readonly mended: number }>;
  /** Where it looks otherwise in the other mode, or like nothing. */
  readonly only?: 'page' | 'framed';
  /** How long it goes on where nothing is to be warned of, in seconds. */
  readonly lasts?: number;
};

/** The far side of a connection reports what it got every 2.5 to 7.5 s (RTCP, libwebrtc): the second report covers the trouble. */
const secondReport = 10;
const twoReports = 15;
/** A pause in talking is shorter (rules.ts). */
const silence = 25;
/** Packets that stay away for less are late. */
const stopped = 5;

/** The far side reports for 8 s more; then 20 s without a report are needed, and 5 s to be sure (follow-reports.ts, rules.ts). */
const unheard = 8 + 7.5 + 20 + 5;

const clean: Network = {
  toAgent: { lossPercent: 0, delayMs: 0 },
  fromAgent: { lossPercent: 0, delayMs: 0 },
};
const path = (network: Network) => ({
  begin: ({ contactId }: Call) => simulator.change(contactId, network),
  end: ({ contactId }: Call) => simulator.change(contactId, clean),
});
const pressing = (first: Parameters<typeof press>[1], second: Parameters<typeof press>[1]) => ({
  begin: ({ softphone }: Call) => press(softphone.page, first),
  end: ({ softphone }: Call) => press(softphone.page, second),
});
const devices = (change: Parameters<typeof changeDevices>[1]) => ({
  begin: ({ softphone }: Call) => changeDevices(softphone.page, change),
  end: ({ softphone }: Call) => changeDevices(softphone.page, 'none'),
});
const microphone = {
  begin: ({ softphone }: Call) => allowMicrophone(softphone.page, false),
  end: async ({ softphone: { page } }: Call) => {
    await allowMicrophone(page, true);
    await chooseMicrophone(page);
  },
};
const nothing = async () => undefined;

/** What a call goes through. The microphone's silence is on its recording: microphone-case.ts. */
export const cases: readonly Case[] = [
  { name: 'clean call of 5 minutes', knownAfter: 0, lasts: 300, begin: nothing, end: nothing },
  { name: 'headset lost', kind: 'deviceLost', knownAfter: 0, ...devices('lost') },
  { name: 'microphone ends', kind: 'deviceLost', only: 'page', knownAfter: 0, ...microphone },
  // Its page is not told of the frame's microphone: that no packets leave any more is what it sees.
  { name: 'microphone ends', kind: 'nothingLeaves', only: 'framed', knownAfter: stopped, ...microphone },
  { name: 'device switched', kind: 'deviceSwitched', knownAfter: 0, ...devices('switched') },
  { name: 'muted', knownAfter: 0, lasts: 70, ...pressing('Mute', 'Unmute') },
  { name: 'on hold', knownAfter: 0, lasts: 70, ...pressing('Hold', 'Resume') },
  {
    name: 'caller silent',
    kind: 'callerSilent',
    knownAfter: silence,
    begin: ({ contactId }) => simulator.silence(contactId, true),
    end: ({ contactId }) => simulator.silence(contactId, false),
  },
  {
    name: 'one-way loss to the agent, 30 %',
    kind: 'lossToAgent',
    knownAfter: 0,
    ...path({ toAgent: { lossPercent: 30 } }),
  },
  {
    name: 'one-way loss from the agent, 30 %',
    kind: 'lossFromAgent',
    knownAfter: secondReport,
    ...path({ fromAgent: { lossPercent: 30 } }),
  },
  {
    name: 'packets to the agent stop',
    kind: 'nothingArrives',
    knownAfter: stopped,
    ...path({ toAgent: { lossPercent: 100 } }),
  },
  // The frame's figures do not show it: the far side's reports stop, and what was last reported stays as it is.
  {
    name: 'packets from the agent stop',
    kind: 'nothingLeaves',
    only: 'page',
    knownAfter: unheard,
    ...path({ fromAgent: { lossPercent: 100 } }),
  },
  {
    name: 'network gone for a second',
    kind: 'networkChanged',
    knownAfter: 1,
    begin: async ({ softphone: { context } }) => {
      await context.setOffline(true);
      await context.setOffline(false);
    },
    end: nothing,
  },
  {
    name: 'round trip steps to 700 ms',
    kind: 'delay',
    knownAfter: twoReports,
    ...path({ toAgent: { delayMs: 350 }, fromAgent: { delayMs: 350 } }),
  },
];
