import type { QualityLimits } from '../../model/quality/limits.ts';
import type { SenderState } from '../push/sender-state.ts';
import type { AgentIdentity } from './agent-identity.ts';
import type { CallView } from './call-view.ts';

/** What is known of the softphone, its calls, and what is to be sent of them. */
export type MonitorState = {
  /** Who is signed in; absent before. */
  readonly agent?: AgentIdentity;
  /** The call that is going on, or else the last one. */
  readonly call?: CallView;
  /** How sending stands; absent until it has begun, in this tab or in another. */
  readonly sender?: SenderState;
  /** By which calls are judged. */
  readonly limits: QualityLimits;
};
