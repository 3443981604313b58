import assert from "node:assert/strict";
import { article, pasteArticle } from "../lib/texts.mjs";

export const title = "any sentence is told layer by layer, from its characters to its speaker, by keyboard";
export const seconds = 120;

const STEPS = ["Text", "Words", "Tags and base forms", "Tree", "Names", "Who is meant", "Cue", "Content", "Source and speaker"];

const focused = (locator) => locator.evaluate((it) => document.activeElement === it);

export default async function (t) {
  for (const [colorScheme, width] of [["light", 1280], ["dark", 360]]) {
    const page = await t.open("/", { colorScheme, viewport: { width, height: 800 }, reducedMotion: "reduce" });
    await pasteArticle(t);
    const how = page.getByRole("dialog", { name: "How it works" });
    const card = page.getByRole("dialog").filter({ hasNot: page.getByRole("heading", { name: "How it works" }) });
    const steps = how.getByRole("navigation", { name: "Steps" });

    // From the card of a quotation that "he" said.
    const quote = await article(page).locator(".piece[data-q]", { hasText: "crossed the bay" }).first().getAttribute("data-q");
    await article(page).locator(`.sign[data-tag="${quote.split(" ").at(-1)}"]`).focus();
    await page.keyboard.press("Enter");
    const offer = card.getByRole("button", { name: "How it works" });
    await offer.focus();
    await page.keyboard.press("Enter");
    const head = how.getByRole("heading", { name: "How it works" });
    await head.waitFor();
    assert.ok(await focused(head));
    const chosen = how.locator(".around strong");
    assert.match(await chosen.textContent(), /nine thousand times,” he said\.|nine thousand times," he said\./);
    const [, number, all] = (await how.getByText(/^Sentence \d+ of \d+$/).textContent()).match(/(\d+) of (\d+)/);

    // All steps, by keyboard; each says in two sentences what happens, and axe finds nothing.
    for (const [at, step] of STEPS.entries()) {
      const heading = how.getByRole("heading", { name: `${at + 1}. ${step}` });
      await heading.waitFor();
      if (at > 0) assert.ok(await focused(heading), `${step} has the keyboard`);
      assert.equal(await steps.locator("[aria-current=step]").textContent(), `${at + 1}${step}`);
      assert.ok((await how.locator(".about").textContent()).match(/[.?!](?=\s|$)/g).length >= 2);
      await how.locator(".step :is(.sentence, .chips, table, svg, .found, .nothing)").first().waitFor();
      await look[step]?.(how, page);
      await t.expectAccessible();
      await t.expectNoSidewaysScroll();
      await t.screenshot(`${at + 1}-${colorScheme}-${width}`);
      if (at + 1 < STEPS.length) {
        const next = how.getByRole("button", { name: `Next: ${STEPS[at + 1]}` });
        await next.focus();
        await page.keyboard.press("Enter");
      }
    }

    // The sentence after it keeps the step; what cannot be gone on from keeps the keyboard.
    const next = how.getByRole("button", { name: "Next sentence" });
    await next.focus();
    await page.keyboard.press("Enter");
    await how.getByText(`Sentence ${Number(number) + 1} of ${all}`).waitFor();
    await how.getByRole("heading", { name: "9. Source and speaker" }).waitFor();
    await how.locator(".found .who").getByText("Tom Becker").waitFor();
    assert.ok(await focused(next));
    await page.keyboard.press("Enter");
    await how.getByText(`Sentence ${number} of ${all}`).waitFor({ state: "detached" });
    assert.equal(await next.getAttribute("aria-disabled"), Number(number) + 1 === Number(all) ? "true" : null);
    assert.ok(await focused(next));

    // Escape leaves this dialog and no more: the keyboard is back where it was, the card is open.
    await page.keyboard.press("Escape");
    assert.equal(await how.count(), 0);
    assert.ok(await focused(offer));
    await page.keyboard.press("Escape");
    assert.equal(await card.count(), 0);

    // From a name, and to another sentence of its paragraph.
    await page.getByRole("region", { name: "Names" }).getByRole("button", { name: /^Tom Becker/ }).press("Enter");
    await page.getByRole("button", { name: "Why? Reasons for Tom Becker" }).press("Enter");
    await card.getByRole("heading", { name: "Tom Becker" }).waitFor();
    await card.getByRole("button", { name: "How it works" }).click();
    await how.locator(".around").getByRole("button").first().click();
    assert.match(await how.locator(".around strong").textContent(), /nine thousand times/);
    await how.getByRole("button", { name: "Close" }).click();
    assert.equal(await how.count(), 0);
    await page.keyboard.press("Escape");

    // From the switches above the article: it begins where somebody is quoted.
    await page.getByRole("button", { name: "How it works" }).click();
    await steps.getByRole("button", { name: "Cue" }).click();
    await how.locator(".shares > li[data-chosen]").first().waitFor();
    await page.keyboard.press("Escape");
    assert.equal(await how.count(), 0);
  }
}

/** What is to be seen at some steps. */
const look = {
  Words: async (how) => {
    const words = await how.getByRole("list", { name: "Words of the sentence" }).getByRole("listitem").allTextContents();
    assert.ok(words.includes("crossed") && words.includes(","), words.join(" "));
  },
  "Tags and base forms": async (how, page) => {
    const row = how.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "crossed" }) });
    await row.getByText("cross", { exact: true }).waitFor();
    await row.getByText("verb", { exact: true }).waitFor();
  },
  Tree: async (how, page) => {
    const arcs = how.locator("svg .arc");
    assert.ok((await arcs.count()) > 8);
    await how.locator("svg .arc[data-root]").waitFor();
    await how.locator("svg .label").getByText("subject", { exact: true }).first().waitFor();
    // The same as a table.
    await how.getByText("The tree as a table").click();
    const row = how.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "he", exact: true }) });
    await row.getByText("“said”").waitFor();
    await row.getByText("subject").waitFor();
  },
  "Who is meant": async (how) => {
    const candidates = how.getByRole("list", { name: "Candidates for “he”" }).getByRole("listitem");
    assert.ok((await candidates.count()) > 1);
    await candidates.first().getByText("Tom Becker").waitFor();
    await candidates.first().getByText("chosen").waitFor();
    assert.match(await candidates.first().textContent(), /\d+%.*points/);
  },
  Cue: async (how) => {
    const cue = how.locator(".shares > li[data-chosen]");
    assert.match(await cue.first().textContent(), /“said”taken as a cue\d+%/);
  },
  Content: async (how) => {
    assert.match(await how.locator(".part[data-content]").first().textContent(), /crossed the bay/);
  },
  "Source and speaker": async (how) => {
    await how.locator(".found .who").getByText("Tom Becker").waitFor();
    await how.getByText("“he” means Tom Becker, as “Who is meant” has settled.").waitFor();
  },
};
