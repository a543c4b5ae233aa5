import { useManagerView } from '../queries/use-manager-view.ts';
import { raisedWords } from '../words/raised-words.ts';

/** How many alerts are raised now, beside the way to them; nothing where none is, or nobody knows. */
export function RaisedCount() {
  const raised = useManagerView().data?.raised;
  const count = raised ? raised.critical + raised.warning : 0;
  if (!raised || count === 0) return null;
  return (
    <span
      className={raised.critical > 0 ? 'raised-count critical' : 'raised-count'}
      title={raisedWords(raised)}
    >
      <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
      <span className="unseen">, {raisedWords(raised)}</span>
    </span>
  );
}
