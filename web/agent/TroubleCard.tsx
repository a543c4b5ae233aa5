import type { Trouble } from './trouble.ts';
import { troubleWords } from './trouble-words.ts';

type TroubleCardProps = { readonly trouble: Trouble; readonly signInUrl: string | undefined };

/** What is blocked, and what to do. */
export function TroubleCard({ trouble, signInUrl }: TroubleCardProps) {
  const words = troubleWords[trouble.kind];
  return (
    <div
      className={words.calm ? 'trouble trouble-calm' : 'trouble'}
      data-testid="trouble"
      data-kind={trouble.kind}
    >
      <div>
        <strong>{words.title}</strong>
        <p>{words.advice}</p>
        {trouble.detail && <code>{trouble.detail}</code>}
      </div>
      {words.action === 'signIn' && signInUrl && (
        <button type="button" onClick={() => window.open(signInUrl, '_blank', 'width=480,height=640')}>
          Sign in
        </button>
      )}
      {words.action === 'reload' && (
        <button type="button" onClick={() => location.reload()}>
          Load again
        </button>
      )}
    </div>
  );
}
