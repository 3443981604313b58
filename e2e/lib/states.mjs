// Every state that a reader can bring the page into, one after the other.

import { ARTICLE, article, pasteArticle, RICH, signs } from "./texts.mjs";

const SPANISH = `El consejo vota a favor del transbordador

El alcalde dijo el martes que el pueblo pagará por dos años más. «No dejaremos la isla sin barco», dijo la alcaldesa Ana Ruiz a los periodistas.
`;

const FURNITURE = `Home | News | Sport
Subscribe to our newsletter
Share this article
Leave a Reply
Copyright 2026
`;

const card = (page) => page.getByRole("dialog");

const how = (page) => page.getByRole("dialog", { name: "How it works" });

/** Selects the words of the first paragraph as a drag of the mouse does. */
const selectParagraph = (page) =>
  article(page).evaluate((article) => {
    const paragraph = article.querySelector(".block[data-kind=paragraph]");
    getSelection().setBaseAndExtent(paragraph, 0, paragraph, paragraph.childNodes.length);
  });

async function start({ page, seen, t }) {
  await page.getByLabel("Text of an article").waitFor();
  await seen("start");
  await t.page.getByText("Settings", { exact: true }).click();
  await seen("settings");
  await page.getByText("Settings", { exact: true }).click();
}

async function reading({ page, seen, t }) {
  await pasteArticle(t);
  await seen("article");
  await seen("voices", { at: "#voices" });
  await seen("names", { at: "#names" });
  await page.getByRole("button", { name: "Text", exact: true }).click();
  await page.getByRole("button", { name: "Show the article" }).waitFor();
  await seen("text");
  await page.getByRole("button", { name: "Show the article" }).click();
  await page.getByText("What the marks mean").click();
  await seen("marks explained");
  await page.getByText("What the marks mean").click();
  await page.getByRole("search", { name: "Quotations" }).getByText("Kinds").click();
  await page.locator("#voices summary", { hasText: "Tom Becker" }).click();
  await seen("voice open", { at: "#voices" });
  const inOrder = page.getByRole("button", { name: "Show them one after the other" });
  await inOrder.click();
  await seen("quotations in order", { at: "#quotations" });
  await inOrder.click();
  await page.getByRole("search", { name: "Quotations" }).getByPlaceholder("Find in quotations").fill("nowhere said");
  await page.getByText(/^0 of \d+ quotations? shown/).waitFor();
  await seen("none found", { at: "#voices" });
  await page.getByRole("button", { name: "Show all" }).click();
  const names = page.getByRole("region", { name: "Names" });
  await names.getByRole("button", { name: /^Tom Becker/ }).click();
  await names.getByText(/^1 of \d+$/).waitFor();
  for (const part of await names.locator("details > summary").all()) await part.click();
  await seen("name followed", { at: "#names" });
}

async function figures({ page, seen }) {
  const tables = page.getByRole("region", { name: "Figures" }).locator("details > summary");
  await seen("figures", { at: "#figures" });
  for (const table of await tables.all()) await table.click();
  await seen("tables", { at: "#figures" });
}

async function cards({ page, seen }) {
  await article(page).getByText("will not leave the island").click();
  await card(page).getByRole("heading", { name: "Ana Ruiz" }).waitFor();
  await seen("card");
  await card(page).getByText("Correct this").click();
  await seen("correction");
  await card(page).getByLabel("Speaker").selectOption({ label: "Somebody else …" });
  await card(page).getByLabel("Name", { exact: true }).waitFor();
  await seen("somebody else");
  await card(page).getByLabel("Speaker").selectOption({ label: "Tom Becker" });
  await card(page).getByText("Sure, since you corrected it").waitFor();
  await seen("corrected");
  await card(page).getByRole("button", { name: "This is no quotation" }).click();
  await page.locator(".toast").getByRole("button", { name: "Undo" }).waitFor();
  await seen("taken away");
  await page.getByRole("region", { name: "Corrections" }).waitFor();
  await seen("corrections", { at: "#corrections" });
  await page.locator(".toast").getByRole("button", { name: "Close this message" }).click();

  await article(page).getByText("Mara Ellis").click();
  await card(page).getByRole("region", { name: "Why?" }).getByRole("listitem").first().waitFor();
  await seen("name card");
  await card(page).getByText("Correct this").click();
  await seen("name correction");
  await page.keyboard.press("Escape");

  await selectParagraph(page);
  await page.getByRole("button", { name: "Mark these words" }).waitFor();
  await seen("words chosen");
  await page.getByRole("button", { name: "Mark these words" }).click();
  await card(page).getByRole("button", { name: "Add the quotation" }).waitFor();
  await seen("words to mark");
  await page.keyboard.press("Escape");
}

/** A sentence layer by layer: the steps whose pictures are their own; the flow `how-it-works` goes through all. */
async function layers({ page, seen }) {
  await article(page).getByText("nine thousand times").click();
  await card(page).getByRole("button", { name: "How it works" }).click();
  await how(page).getByRole("heading", { name: "How it works" }).waitFor();
  for (const step of ["Tree", "Who is meant", "Source and speaker"]) {
    await how(page).getByRole("navigation", { name: "Steps" }).getByRole("button", { name: step }).click();
    await how(page).getByRole("heading", { name: step }).waitFor();
    await how(page).locator(".step :is(svg, .found)").first().waitFor();
    for (const part of await how(page).locator(".step details > summary").all()) await part.click();
    await seen(`how it works, ${step.toLowerCase()}`);
  }
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
}

async function dialogs({ page, seen }) {
  await page.getByRole("button", { name: "Save and share" }).click();
  await page.getByRole("dialog", { name: "Save and share" }).waitFor();
  await page.getByRole("button", { name: "Copy link" }).and(page.locator(":enabled")).waitFor();
  await seen("save and share");
  await page.keyboard.press("Escape");
  await signs(page).first().focus();
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keys" }).waitFor();
  await seen("keys");
  await page.keyboard.press("Escape");
}

/** The article beside another. */
async function comparison({ page, seen }) {
  await page.getByRole("button", { name: "Compare", exact: true }).click();
  await page.locator(".chooser").waitFor();
  await seen("choosing another");
  await page.getByLabel("Another article on the same story").fill("Mayor Ana Ruiz said that nobody else would pay. Vera Holm denied it.");
  await page.locator(".chooser [type=submit]").click();
  await page.locator(".in-both").waitFor();
  await page.locator(".only[data-side=B] summary").click();
  await seen("comparison");
  await page.getByRole("button", { name: "Article", exact: true }).click();
}

/** Texts that are no usual article, and what goes wrong. */
async function oddities({ page, seen, t }) {
  const show = async (text) => {
    await page.getByRole("button", { name: "Text", exact: true }).click();
    await page.getByRole("button", { name: "Clear" }).click();
    await pasteArticle(t, { text });
  };
  await show(SPANISH);
  await seen("another language");
  await show("It rained.");
  await page.getByText("Nobody is quoted").first().waitFor();
  await seen("nobody quoted");
  await show(FURNITURE);
  await seen("only furniture");

  await page.evaluate(() => void (location.hash = "#t=%%%"));
  await page.getByRole("alert").getByText("damaged").waitFor();
  await seen("damaged link");

  await page.getByRole("button", { name: "Text", exact: true }).click();
  await page.getByRole("button", { name: "Clear" }).click();
  await t.drop(".paste", [
    { name: "ferry.txt", content: ARTICLE },
    { name: "holm.html", type: "text/html", content: RICH },
    { name: "a-very-long-name-of-a-file-that-somebody-has-saved-from-the-web.txt", content: "It rained." },
    { name: "picture.png", type: "image/png", content: [137, 80] },
  ]);
  await page.getByRole("alert").getByText("picture.png").waitFor();
  await article(page).getByText("nine thousand times").waitFor();
  await seen("several files");
  await t.drop("#article", [{ name: "other.txt", content: "It rained." }]);
  await page.getByRole("button", { name: "Go back to it" }).waitFor();
  await page.getByText("Nobody is quoted").first().waitFor();
  await seen("former text");
}

/** Without the models: what is pasted cannot be read. */
async function withoutModels(seen, t, options) {
  t.answer(/\.pack$/, (route) => route.fulfill({ status: 404, body: "no such file" }));
  t.allowConsoleError(/404/);
  const page = await t.open("/", options);
  await page.getByRole("alert").getByText("could not be fetched (404").waitFor();
  await seen("no models");
}

/**
 * Brings the page into each state and calls `seen(name, { at })` there; `at` is a selector of what is looked at, the top of
 * the page where it is left out. The page has the size that `seen` left it.
 */
export async function walk(t, seen) {
  const options = { reducedMotion: "reduce" };
  const page = await t.open("/", options);
  const wide = async (...state) => {
    await seen(...state);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.emulateMedia({ colorScheme: "light" });
  };
  for (const part of [start, reading, figures, cards, layers, dialogs, comparison, oddities]) await part({ page, seen: wide, t });
  await withoutModels(seen, t, options);
}

/** Shows the page in windows of several sizes, light and dark, and calls `look` in each, with `at` on the screen. */
export async function eachLook(page, { windows, at }, look) {
  for (const { width, height, ...rest } of windows) {
    await page.setViewportSize({ width, height });
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      await page.evaluate((at) => {
        if (at) document.querySelector(at).scrollIntoView({ behavior: "instant" });
        else scrollTo({ top: 0, behavior: "instant" });
        return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      }, at);
      await look({ width, height, colorScheme, ...rest });
    }
  }
}
