import type { WarningKind } from '../../model/warnings/warning-kinds.ts';

/** What is the matter, in one sentence, and the one thing to do. */
export type WarningWords = { readonly title: string; readonly step: string };

export const warningWords: Readonly<Record<WarningKind, WarningWords>> = {
  nothingArrives: {
    title: 'You hear nothing: no sound arrives from Amazon Connect.',
    step: 'Check your network; if it stays so, call back.',
  },
  nothingLeaves: {
    title: 'Your voice does not get through: the caller hears nothing.',
    step: 'Check that your headset is plugged in; if it is, call back.',
  },
  microphoneSilent: {
    title: 'Your microphone gives no sound: the caller hears nothing.',
    step: 'Look for a mute switch on the headset or its cable.',
  },
  callerSilent: {
    title: 'No sound comes from the caller.',
    step: 'Say that you cannot hear them and will call back.',
  },
  lossToAgent: {
    title: 'You hear gaps: part of what the caller says is lost.',
    step: 'Move closer to the Wi-Fi, or plug in a network cable.',
  },
  lossFromAgent: {
    title: 'The caller hears gaps: part of what you say is lost.',
    step: 'Move closer to the Wi-Fi, or plug in a network cable.',
  },
  delay: {
    title: 'What you both say arrives late.',
    step: 'Close downloads and videos: they use the same network.',
  },
  deviceLost: {
    title: 'Your headset stopped: the computer does not find it any more.',
    step: 'Plug it in again, or choose another in the softphone’s settings.',
  },
  deviceSwitched: {
    title: 'Your computer switched to another microphone.',
    step: 'Choose your headset in the softphone’s settings.',
  },
  networkChanged: {
    title: 'Your computer changed its network, or lost it for a moment.',
    step: 'Ask whether the caller still hears you.',
  },
};
