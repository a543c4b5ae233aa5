export type TooltipRow = { readonly name: string; readonly value: string; readonly color?: string };

/** A tooltip's content as elements: text stays text, whatever is in it. */
export function tooltipContent(title: string, rows: readonly TooltipRow[]): HTMLElement {
  const content = document.createElement('div');
  content.className = 'chart-tooltip';
  content.append(element('strong', title));
  for (const { name, value, color } of rows) {
    const row = document.createElement('div');
    const mark = element('i', '');
    if (color) mark.style.background = color;
    row.append(mark, element('span', name), element('b', value));
    content.append(row);
  }
  return content;
}

function element(tag: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}
