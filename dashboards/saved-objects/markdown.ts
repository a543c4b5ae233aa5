import type { SavedObject } from './saved-object.ts';
import { visualization } from './visualization.ts';

/** Some words on a dashboard, in Markdown. */
export function markdown(id: string, title: string, text: string): SavedObject {
  return visualization({
    id,
    title,
    type: 'markdown',
    params: { fontSize: 12, openLinksInNewTab: false, markdown: text },
  });
}
