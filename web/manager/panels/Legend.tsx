type Entry = { readonly name: string; readonly color: string; readonly onPick?: (() => void) | undefined };

/** What the lines of a picture stand for; a click narrows to what can be narrowed to. */
export function Legend({ entries }: { readonly entries: readonly Entry[] }) {
  return (
    <ul className="legend">
      {entries.map(({ name, color, onPick }) => (
        <li key={name}>
          <i style={{ background: color }} />
          {onPick ? (
            <button type="button" className="plain-link" onClick={onPick}>
              {name}
            </button>
          ) : (
            name
          )}
        </li>
      ))}
    </ul>
  );
}
