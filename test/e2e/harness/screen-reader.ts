import type { BrowserContext, Page } from 'playwright-core';

type Listening = { readAloud: string[] };

/**
 * Notes what a screen reader reads aloud by itself in every page that is opened from now on: what is added to live regions
 * (WAI-ARIA 1.2, 6.7.4: the whole region where it is atomic, as a status is unless it says otherwise; else what was added).
 */
export async function listenLikeAScreenReader(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const readAloud: string[] = [];
    Object.assign(globalThis, { readAloud });
    const textOf = (node: Node): string => {
      if (node instanceof Text) return node.data;
      if (!(node instanceof Element) || node.matches('[aria-hidden=true], [hidden]')) return '';
      return node.getAttribute('aria-label') ?? [...node.childNodes].map(textOf).join(' ');
    };
    const read = (node: Node) => {
      const text = textOf(node).replaceAll(/\s+/g, ' ').trim();
      if (text) readAloud.push(text);
    };
    const regionOf = (node: Node) => {
      const element = node instanceof Element ? node : node.parentElement;
      const region = element?.closest('[aria-live], [role=status], [role=alert], [role=log]');
      return region?.matches('[aria-live=off]') ? undefined : region;
    };
    const isReadWhole = (region: Element) =>
      region.matches('[aria-atomic=true], [role=status]:not([aria-atomic]), [role=alert]:not([aria-atomic])');
    const toRead = ({ target, type, addedNodes }: MutationRecord): Node[] => {
      const added = type === 'characterData' ? [target] : [...addedNodes];
      const region = regionOf(target);
      if (!region || added.length === 0) return [];
      return isReadWhole(region) ? [region] : added;
    };
    const heard = (changes: MutationRecord[]) => {
      for (const node of new Set(changes.flatMap(toRead))) read(node);
    };
    new MutationObserver(heard).observe(document, { subtree: true, childList: true, characterData: true });
  });
}

/** What was read aloud since this was asked last. */
export function readAloud(page: Page): Promise<string[]> {
  return page.evaluate(() => (globalThis as unknown as Listening).readAloud.splice(0));
}

type AxNode = {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly childIds?: readonly string[];
};

/** What the browser tells a screen reader of the page, its frames left out: each element as its role and its name, in order. */
export async function accessibilityTree(
  page: Page,
): Promise<{ readonly role: string; readonly name: string }[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as { nodes: AxNode[] };
  await session.detach();
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name }) => ({ role: role?.value ?? '', name: name?.value ?? '' }));
}
