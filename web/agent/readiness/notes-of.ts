import type { Note } from '../NoteList.tsx';
import type { Readiness } from './readiness.ts';
import { noteOf, type Source, sources } from './sources.ts';

/** What the page says of what is raised, and the agent has not read yet. In a call it says nothing of the next one. */
export function notesOf({ facts, raised, talking }: Readiness, read: ReadonlySet<Source>): Note<Source>[] {
  if (talking) return [];
  return (Object.keys(sources) as Source[]).flatMap((source) => {
    const words = noteOf(source);
    const isShown = facts[source] !== undefined && raised[sources[source].kind] !== undefined;
    return words && isShown && !read.has(source) ? [{ kind: source, ...words }] : [];
  });
}
