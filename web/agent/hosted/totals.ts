import type { CallConnection } from '../../../model/messages/call.ts';

/** What a call's connection has counted since it began, or measured last; null is not known. */
export type Totals = {
  /** Epoch milliseconds. */
  readonly at: number;
  /** From the server to the agent; absent before anything was received. */
  readonly toAgent?: {
    readonly packetsLost: number | null;
    readonly packetsReceived: number | null;
    readonly jitterMillis: number | null;
    /** 0…32767, as Streams has it. */
    readonly audioLevel: number | null;
    /** Of the sound that was played, in samples: what was made up for packets that were lost or late, and all. */
    readonly samplesConcealed: number | null;
    readonly samplesPlayed: number | null;
  };
  /** From the agent to the server; absent before anything was sent. */
  readonly fromAgent?: {
    /** When the far side last reported of what arrives, by a clock of the browser's. */
    readonly reportedAt: number | null;
    /** By that report; one comes every few seconds. */
    readonly packetsLost: number | null;
    readonly packetsSent: number | null;
    readonly jitterMillis: number | null;
    readonly roundTripTimeMillis: number | null;
    readonly audioLevel: number | null;
  };
  /**
   * By what way the packets go, to tell it from another: it holds addresses, and stays in the page. Absent where the browser does not tell.
   */
  readonly way?: string;
  readonly connection: Pick<CallConnection, 'relayed' | 'protocol' | 'codec'>;
};
