import type { SoftphoneReport } from '../../model/messages/softphone-report.ts';
import type { SoftphoneStats } from '../../model/messages/softphone-stats.ts';

/** A contact that rings at an agent. */
export type Ring = {
  readonly agent: string;
  readonly at: number;
  /** The agent has the monitored page open, with a softphone. */
  readonly hasPage: boolean;
};

/** What happened to one contact. Times in epoch milliseconds, of whole seconds. */
export type Story = {
  readonly plot: string;
  readonly contactId: string;
  readonly queue: string;
  readonly initiatedAt: number;
  readonly initiationMethod: string;
  readonly missedBy: readonly Ring[];
  readonly answeredBy: Ring | undefined;
  readonly talkSeconds: number;
  readonly afterContactWorkSeconds: number;
  /** Of the audio to the agent. */
  readonly lossPercent: number;
  /** Connect sends the record again, hours later, with more in it. */
  readonly isUpdated: boolean;
  readonly disconnectReason: string;
  readonly flowFails: boolean;
  readonly links?: { readonly initial?: string; readonly previous?: string; readonly next?: string };
};

/** Something that is told, and when. */
export type Thing = { readonly at: number } & (
  | { readonly source: 'contact-records' | 'agent-events'; readonly raw: unknown }
  | { readonly source: 'contact-flow-logs'; readonly raw: unknown; readonly logEventId: string }
  | { readonly source: 'softphone-stats'; readonly message: SoftphoneStats }
  | { readonly source: 'softphone-reports'; readonly message: SoftphoneReport }
);

export const instanceId = '7f0c2d5e-3b1a-4c68-9d2e-5a4b8c6d1e0f';
export const instanceArn = `arn:aws:connect:eu-central-1:123456789012:instance/${instanceId}`;

/** How long a call rings at an agent before somebody takes it, and before Connect gives up. */
export const ringSeconds = { answered: 6, missed: 20 };

/** When a story's talk began and ended; who abandons hangs up after a while in the queue. */
export function talkOf({ initiatedAt, answeredBy, talkSeconds }: Story) {
  const from = answeredBy ? answeredBy.at + 1000 * ringSeconds.answered : initiatedAt + 35_000;
  return { from, to: from + 1000 * talkSeconds };
}
