/** What an agent is warned of during a call. */
export const warningKinds = [
  /** Packets from the caller stopped coming. */
  'nothingArrives',
  /** Packets of the agent's voice stopped leaving, or none arrives as far as the far side tells. */
  'nothingLeaves',
  /** Packets leave, with silence in them, while neither muted nor on hold. */
  'microphoneSilent',
  /** Packets come, with silence in them, while the call is not on hold. */
  'callerSilent',
  'lossToAgent',
  'lossFromAgent',
  'delay',
  /** A microphone or headset that was there when the call began is gone. */
  'deviceLost',
  /** The computer uses another microphone than when the call began. */
  'deviceSwitched',
  /** The computer had no network and has one again. */
  'networkChanged',
] as const;
export type WarningKind = (typeof warningKinds)[number];

/** What became of a warning: shown to the agent, cleared when the trouble was over, dismissed by the agent. */
export const warningChanges = ['shown', 'cleared', 'dismissed'] as const;
export type WarningChange = (typeof warningChanges)[number];

/** So many changes of a call are kept; nobody's headset fails that often. */
export const mostWarnings = 200;
