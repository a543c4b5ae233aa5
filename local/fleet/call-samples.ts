import { type Sample, type StreamType, streamTypes } from '../../model/quality/sample.ts';
import type { PlannedCall } from './call-plan.ts';
import type { Congestion } from './congestion.ts';
import { type Faults, severity } from './faults.ts';
import { networkPath } from './network-path.ts';
import type { Persona } from './persona.ts';
import type { Random } from './random.ts';
import { voiceOf } from './voice.ts';

/** Opus in frames of 20 ms. */
const packetsPerSecond = 50;

/** Both directions of a call, second by second, until it ended or its page was loaded again. */
export type CallSamples = Readonly<Record<StreamType, readonly Sample[]>>;

/** What the network and the people made of a planned call. */
export function samplesOfCall(
  persona: Persona,
  call: PlannedCall,
  congestion: Congestion,
  faults: Faults,
  random: Random,
): CallSamples {
  const [toAgent, fromAgent] = streamTypes.map((type) => streamSamples(type));
  return { audio_input: toAgent ?? [], audio_output: fromAgent ?? [] };

  function streamSamples(type: StreamType): Sample[] {
    const path = networkPath(persona, type, congestion, faults, random);
    const ownFault = type === 'audio_output' && persona.agent.username === faults.agentLastMile.agent;
    const voice = voiceOf(random, ownFault ? severity.agentLastMile.silentShare : 0);
    const seconds = Math.floor((call.endedAt - call.connectedAt) / 1000);
    return Array.from({ length: seconds }, (_, i) => {
      const at = call.connectedAt + (i + 1) * 1000 + Math.floor(random.between(0, 12));
      const second = path(at);
      const quiet = call.pauses.some(({ from, to }) => at >= from && at < to);
      const packetsLost = Math.min(
        packetsPerSecond,
        random.poisson((packetsPerSecond * second.lossPercent) / 100),
      );
      return {
        at,
        packetsLost,
        packetsCount: type === 'audio_input' ? packetsPerSecond - packetsLost : packetsPerSecond,
        jitterMillis: Math.round(second.jitterMillis),
        roundTripTimeMillis:
          type === 'audio_output' || persona.roundTripOnBothStreams
            ? Math.round(second.roundTripMillis)
            : null,
        audioLevel: voice(quiet && (type === 'audio_output' || isHeld(call, at))),
        quiet,
      };
    });
  }
}

function isHeld(call: PlannedCall, at: number): boolean {
  return call.pauses.some(({ kind, from, to }) => kind === 'hold' && at >= from && at < to);
}
