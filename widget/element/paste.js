// A box into which readers paste their own text. It is as high before as after: nothing of the page moves.

import { make } from "./dom.js";
import * as words from "./words.js";

export class PasteBox {
  /**
   * @param {ShadowRoot} shadow
   * @param {(article: HTMLElement | null) => void} read what to analyse, or null when the text is taken away
   */
  constructor(shadow, read) {
    this.read = read;
    this.field = make("textarea", { id: "text", part: "textarea", placeholder: words.PASTE_HINT, spellcheck: "false" });
    this.article = make("article", { part: "article", "aria-label": words.ARTICLE, tabindex: "0", hidden: true });
    this.told = make("span", { role: "status" });
    this.button = make("button", { type: "button", click: () => (this.article.hidden ? this.take() : this.back()) }, words.PASTE_BUTTON);
    this.label = make("label", { for: "text" }, words.PASTE_LABEL);
    this.element = make("div", { class: "paste", part: "paste" }, this.label, this.field, this.article, make("div", { class: "bar" }, this.button, this.told));
    // A pasted text is read at once.
    this.field.addEventListener("paste", () => setTimeout(() => this.take()));
    shadow.append(this.element);
  }

  /** Reads what is in the field. */
  take() {
    if (!/\S/.test(this.field.value)) return this.field.focus();
    const paragraphs = this.field.value.split(/\r?\n[ \t]*(?:\r?\n[ \t]*)+/).filter((text) => /\S/.test(text));
    this.article.replaceChildren(...paragraphs.map((text) => make("p", {}, text)));
    this.#turn(true);
    this.told.textContent = words.READING;
    this.read(this.article);
  }

  /** Back to the field. */
  back() {
    this.read(null);
    this.article.replaceChildren();
    this.#turn(false);
    this.say("");
    this.field.focus();
    this.field.select();
  }

  /** @param {string} told */
  say(told) {
    this.told.textContent = told;
  }

  #turn(/** @type {boolean} */ isRead) {
    this.article.hidden = !isRead;
    this.field.hidden = isRead;
    this.label.hidden = isRead;
    this.button.textContent = isRead ? words.PASTE_AGAIN : words.PASTE_BUTTON;
  }
}
