import { useState } from 'react';

/** Copies the result as a text; where the browser does not let it, the text is shown to be copied by hand. */
export function CopyForIt({ text }: { readonly text: string }) {
  const [done, setDone] = useState<'copied' | 'refused'>();
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setDone('copied'),
      () => setDone('refused'),
    );
  return (
    <div className="copy">
      <button type="button" onClick={() => void copy()}>
        Copy for IT
      </button>
      <span role="status">{done === 'copied' && 'Copied: paste it into your ticket.'}</span>
      {done === 'refused' && <textarea readOnly rows={8} value={text} aria-label="For IT" />}
    </div>
  );
}
