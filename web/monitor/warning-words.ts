import type { WarningKind } from '../../model/warnings/warning-kinds.ts';

/** What is the matter, in one sentence, and the one thing to do. */
export type WarningWords = { readonly title: string; readonly step: string };

export const warningWords: Readonly<Record<WarningKind, WarningWords>> = {
  nothingArrives: {
    title: 'No sound arrives from Amazon Connect.',
    step: 'Check your network, or call back.',
  },
  nothingLeaves: {
    title: 'Your voice is not sent: the caller hears nothing.',
    step: 'Check your network, or call back.',
  },
  microphoneSilent: {
    title: 'Your microphone gives no sound: the caller hears nothing.',
    step: 'Look for a mute switch on the headset or its cable.',
  },
  callerSilent: {
    title: 'No sound comes from the caller.',
    step: 'Ask whether they hear you. If not, offer to call back.',
  },
  lossToAgent: {
    title: 'You hear gaps: part of what the caller says is lost.',
    step: 'Use a cable, or move closer to the Wi-Fi.',
  },
  lossFromAgent: {
    title: 'The caller hears gaps: part of what you say is lost.',
    step: 'Use a cable, or move closer to the Wi-Fi.',
  },
  delay: {
    title: 'What you both say arrives late.',
    step: 'Close what else uses the network.',
  },
  deviceLost: {
    title: 'Your headset stopped: it was unplugged.',
    step: 'Plug it in, or choose another in the softphone’s settings.',
  },
  deviceSwitched: {
    title: 'Your computer switched to another microphone.',
    step: 'Choose your headset in the softphone’s settings.',
  },
  networkChanged: {
    title: 'Your computer lost its network, and is back.',
    step: 'Ask whether the caller still hears you.',
  },
};
