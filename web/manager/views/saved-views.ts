import * as z from 'zod';

/** Within this site: whatever the storage holds, nothing of it leads elsewhere. */
const address = z.string().regex(/^\/(?!\/)/);
const savedView = z.object({ name: z.string().min(1), address });
const savedViews = z.object({
  views: z.array(savedView),
  /** The name of the one that the site opens with; the overview where absent. */
  first: z.string().optional(),
});

/** An address with a name. */
export type SavedView = z.infer<typeof savedView>;
/** What one person keeps in one browser. */
export type SavedViews = z.infer<typeof savedViews>;

export const noViews: SavedViews = { views: [] };

/** Reads what was kept; nothing where it is missing or broken. */
export function readSavedViews(text: string | null): SavedViews {
  try {
    return savedViews.catch(noViews).parse(JSON.parse(text ?? 'null'));
  } catch {
    return noViews;
  }
}

/** Keeps an address under a name; one of that name is replaced. */
export function saveView(kept: SavedViews, view: SavedView): SavedViews {
  const others = kept.views.filter(({ name }) => name !== view.name);
  return { ...kept, views: [...others, view].sort((a, b) => a.name.localeCompare(b.name, 'en')) };
}

export function forgetView({ views, first }: SavedViews, name: string): SavedViews {
  const left = views.filter((view) => view.name !== name);
  return first === undefined || first === name ? { views: left } : { views: left, first };
}

/** Opens the site with a view of that name; with the overview where it is undefined. */
export function openWith({ views }: SavedViews, name: string | undefined): SavedViews {
  return name === undefined ? { views } : { views, first: name };
}

/** Where the site opens; undefined for the overview as it is. */
export function firstAddress({ views, first }: SavedViews): string | undefined {
  return views.find(({ name }) => name === first)?.address;
}
