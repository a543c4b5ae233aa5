import type { Session } from './softphone-manager.ts';

/** `muted`: by the computer or a switch of the headset, as far as those tell the browser; the softphone's own mute is another thing. */
export type Microphone = 'live' | 'muted' | 'ended';

/**
 * What becomes of a call's microphone (W3C, Media Capture and Streams, 4.3.1): `ended` where it was unplugged or the browser may not use it any
 * more. Streams sends another track when the agent chooses another microphone. Undefined where none is sent.
 */
export function microphoneOf({ _pc }: Session): Microphone | undefined {
  const track = _pc?.getSenders().find((sender) => sender.track?.kind === 'audio')?.track;
  if (!track) return undefined;
  return track.readyState === 'ended' ? 'ended' : track.muted ? 'muted' : 'live';
}
