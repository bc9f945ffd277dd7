export type Attributes = Readonly<Record<string, string | boolean>>;

/** An element with its attributes (true: without a value; false: not at all) and children. Text stays text. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children);
  return element;
}

/** A button that does something on this page. */
export function button(label: string, attributes: Attributes, onClick: () => void): HTMLButtonElement {
  const element = h("button", { type: "button", ...attributes }, label);
  element.addEventListener("click", onClick);
  return element;
}

/** `1 result`, `12 results`. */
export function plural(count: number, noun: string): string {
  return `${count.toLocaleString(document.documentElement.lang || "en")} ${noun}${count === 1 ? "" : "s"}`;
}
