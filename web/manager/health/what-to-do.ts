import guide from '../../../docs/operate.md?raw';

export type Block = { readonly kind: 'text' | 'code' | 'item'; readonly text: string };

/**
 * What docs/operate.md says below the heading that begins with a name, as `### no-data: agents work, but …`. The page
 * carries the guide, so that it is there when it is needed, and is of this version.
 *
 * @returns undefined where there is no such section; a test finds that out
 */
export function whatToDo(section: string, text: string = guide): readonly Block[] | undefined {
  const sections = text.split(/^### /m).slice(1);
  const found = sections.find((each) => each.split(/[:\n]/)[0] === `\`${section}\``);
  if (found === undefined) return undefined;
  const body = found.slice(found.indexOf('\n') + 1).split(/^## /m)[0] ?? '';
  return blocksOf(body);
}

/** As much of Markdown as the guide uses: paragraphs, lists and code. */
function blocksOf(text: string): Block[] {
  return text.split(/^```\w*\n/m).flatMap((part, i): Block[] => {
    if (i % 2 === 1) return [{ kind: 'code', text: part.trimEnd() }];
    return part
      .split(/\n\s*\n|\n(?=- )/)
      .map((block) => block.trim())
      .filter(Boolean)
      .map((block) => {
        const item = block.startsWith('- ');
        return { kind: item ? 'item' : 'text', text: plain(item ? block.slice(2) : block) };
      });
  });
}

/** Without line breaks, marks, and the addresses of links. */
function plain(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/[`*]/g, '');
}
