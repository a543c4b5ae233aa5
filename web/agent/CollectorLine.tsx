import type { SenderState } from '../push/sender-state.ts';
import { senderFaults, senderWords } from './sender-words.ts';

type CollectorLineProps = {
  readonly sender: SenderState | undefined;
  readonly onRetry: () => void;
  readonly onSignIn: () => void;
};

/** What became of the reports: sent, waiting, failing since. */
export function CollectorLine({ sender, onRetry, onSignIn }: CollectorLineProps) {
  const tone = sender?.failing ? 'failing' : sender?.waiting ? 'busy' : 'idle';
  const wantsSignIn = sender?.failing?.why === 'signIn' || (sender?.others ?? 0) > 0;
  return (
    <div className={`collector collector-${tone}`} data-testid="collector">
      <p>
        <span className="lamp" aria-hidden="true" />
        {senderWords(sender)}
        {wantsSignIn ? (
          <button type="button" onClick={onSignIn}>
            Sign in
          </button>
        ) : (
          sender?.failing && (
            <button type="button" onClick={onRetry}>
              Try now
            </button>
          )
        )}
      </p>
      {senderFaults(sender).map((fault) => (
        <p key={fault} className="collector-fault">
          {fault}
        </p>
      ))}
    </div>
  );
}
