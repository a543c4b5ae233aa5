type Properties<T extends HTMLElement> = Partial<Omit<T, 'style' | 'dataset'>>;

/** Makes an element; strings become text, never markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Properties<HTMLElementTagNameMap[Tag]> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  Object.assign(made, properties);
  made.append(...children);
  return made;
}

/** A push button; `look` is a class of styles.css. */
export function button(label: string, look: string, press: () => void): HTMLButtonElement {
  return element('button', { type: 'button', className: look, onclick: press }, label);
}

/** The element with that id; throws if the page lacks it. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no element ${id}`);
  return found;
}
