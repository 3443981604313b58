// Makes elements: never from strings of HTML, so that no text of the page becomes anything but text.

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | boolean | ((event: any) => void)>} attributes functions are listeners, `true` is an empty attribute
 * @param {(Node | string | null)[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/**
 * Into the top layer, above everything of the page, where the browser has one.
 *
 * @param {HTMLElement} element
 * @param {boolean} isShown
 */
export function show(element, isShown) {
  element.classList.toggle("open", isShown);
  if (!("popover" in element) || !element.isConnected) return;
  if (element.popover !== "manual") element.popover = "manual";
  if (element.matches(":popover-open") !== isShown) element.togglePopover(isShown);
}
