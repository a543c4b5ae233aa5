import type { WarningKind } from '../model/warnings/warning-kinds.ts';

/** What agents are warned of, as managers read it. */
export const warningNames: Readonly<Record<WarningKind, string>> = {
  nothingArrives: 'Nothing arrived',
  nothingLeaves: 'Nothing was sent',
  microphoneSilent: 'Silent microphone',
  callerSilent: 'Silent caller',
  lossToAgent: 'Loss to the agent',
  lossFromAgent: 'Loss from the agent',
  delay: 'Delay',
  deviceLost: 'Sound device gone',
  deviceSwitched: 'Another microphone',
  networkChanged: 'Another network',
};
