import { useManagerView } from '../queries/use-manager-view.ts';
import { useSplitNames } from '../words/split-names.ts';
import { viewWords } from '../words/view-words.ts';

/** Says to a manager whose view is limited that these are not all calls. */
export function ViewNote() {
  const { data } = useManagerView();
  const names = useSplitNames();
  const words = data && viewWords(data, names);
  if (!words) return null;
  return (
    <p className="view-note" role="note">
      You see: {words}
    </p>
  );
}
