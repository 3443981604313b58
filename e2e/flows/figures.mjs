import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { pasteArticle, signs, voices } from "../lib/texts.mjs";

export const title = "figures agree with the voices, are told as tables, and are saved as SVG, PNG and CSV";
export const seconds = 180;

const SUBJECTS = ["Share of voice", "How they are quoted", "Where names appear", "Who speaks about whom"];

const figures = (page) => page.getByRole("region", { name: "Figures" });
const figure = (page, name) => figures(page).getByRole("figure", { name });
const drawing = (page, name) => figure(page, name).getByRole("img", { name });

/** Opens the table of a figure; gives its rows as objects by column. */
async function table(page, name) {
  const details = figure(page, name).locator("details");
  if (!(await details.evaluate((it) => it.open))) await details.locator("summary").click();
  const found = figure(page, name).getByRole("table", { name });
  await found.waitFor();
  return found.evaluate((table) => {
    const columns = [...table.querySelectorAll("thead th[scope=col]")].map((cell) => cell.textContent);
    return [...table.querySelectorAll("tbody tr")].map((row) => {
      if (!row.querySelector("th[scope=row]")) throw new Error("a row without a heading");
      return Object.fromEntries([...row.cells].map((cell, place) => [columns[place], cell.textContent]));
    });
  });
}

/** Rows of a table as RFC 4180 has it, as objects by column. */
function readCsv(text) {
  const rows = [[]];
  const field = /("(?:[^"]|"")*"|[^,"\r\n]*)(,|\r\n)/gy;
  while (field.lastIndex < text.length) {
    const [, raw, end] = field.exec(text) ?? assert.fail("not CSV");
    rows.at(-1).push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (end === "\r\n") rows.push([]);
  }
  assert.deepEqual(rows.pop(), [], "the last line does not end");
  const [columns, ...records] = rows;
  return records.map((record) => {
    assert.equal(record.length, columns.length);
    return Object.fromEntries(record.map((value, place) => [columns[place], value]));
  });
}

/** Saves a figure in a form; gives the file's name and bytes. */
async function save(page, name, form) {
  const begun = page.waitForEvent("download");
  await figure(page, name).getByRole("button", { name: `${name} as ${form}` }).click();
  const download = await begun;
  return { file: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** What a browser finds in a file of SVG. */
const readSvg = (page, text) =>
  page.evaluate((text) => {
    const read = new DOMParser().parseFromString(text, "image/svg+xml");
    const all = [...read.querySelectorAll("*")];
    return {
      error: read.querySelector("parsererror")?.textContent,
      root: read.documentElement.localName,
      size: ["width", "height"].map((name) => Number(read.documentElement.getAttribute(name))),
      title: read.querySelector("svg > title").textContent,
      description: read.querySelector("svg > desc").textContent,
      elements: [...new Set(all.map((it) => it.localName))],
      attributes: [...new Set(all.flatMap((it) => it.getAttributeNames()))],
      values: all.flatMap((it) => [...it.attributes].map((attribute) => attribute.value)),
    };
  }, text);

const sum = (numbers) => numbers.reduce((all, number) => all + Number(number), 0);

async function numbersAgree(page) {
  const rows = await table(page, "Share of voice");
  const shown = await voices(page);
  const told = rows.map((row) => ({ name: row.Speaker, quotations: Number(row.Quotations), words: Number(row.Words) }));
  assert.deepEqual(told, shown);
  const shares = await page.getByRole("region", { name: "Voices" }).locator(".share").allTextContents();
  assert.deepEqual(rows.map((row) => row.Share), shares);
  const words = await drawing(page, "Share of voice").locator("text").allTextContents();
  for (const share of shares) assert.ok(words.includes(share), `${share} is not drawn`);

  const [everyone, ...each] = await table(page, "How they are quoted");
  const kinds = ["Word for word", "Partly word for word", "In the writer’s words"];
  assert.equal(Number(everyone.Quotations), await signs(page).count());
  assert.equal(sum(kinds.map((kind) => everyone[kind])), Number(everyone.Quotations));
  for (const column of Object.keys(everyone).slice(1)) {
    assert.equal(sum(each.map((row) => row[column])), Number(everyone[column]), column);
  }

  const names = await table(page, "Where names appear");
  const count = page.getByRole("region", { name: "Names" }).getByRole("button", { name: new RegExp(`^${names[0].Name}`) });
  assert.match(await count.first().textContent(), new RegExp(`mentioned ${names[0].Mentions} times`));
  for (const row of names) assert.equal(sum([row["By name"], row.Described, row.Pronouns]), Number(row.Mentions));
  assert.match(await figure(page, "Where names appear").locator(".sentence").textContent(), new RegExp(names[0].Name));

  for (const row of await table(page, "Who speaks about whom")) {
    assert.ok(shown.some((voice) => voice.name === row.Speaker), row.Speaker);
    assert.ok(sum([row["Speaks about, times"], row["Speaks to, quotations"]]) > 0);
  }
}

async function filesAreWhole(page) {
  for (const name of SUBJECTS) {
    const svg = await save(page, name, "SVG");
    assert.match(svg.file, /^whosaid-[a-z-]+\.svg$/);
    const text = svg.bytes.toString("utf8");
    const read = await readSvg(page, text);
    assert.equal(read.error, undefined);
    assert.equal(read.root, "svg");
    assert.equal(read.title, name);
    assert.ok(read.description.startsWith(await figure(page, name).locator(".sentence").textContent()));
    assert.deepEqual(read.elements.filter((it) => !["svg", "title", "desc", "g", "rect", "path", "text", "tspan"].includes(it)), []);
    assert.deepEqual(read.attributes.filter((it) => /^on|href|style|class/.test(it)), []);
    assert.deepEqual(read.values.filter((it) => /url\(|var\(|data:|https?:/.test(it) && it !== "http://www.w3.org/2000/svg"), []);

    const png = await save(page, name, "PNG");
    assert.match(png.file, /^whosaid-[a-z-]+\.png$/);
    assert.deepEqual([...png.bytes.subarray(0, 8)], [137, 80, 78, 71, 13, 10, 26, 10]);
    assert.deepEqual([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)], read.size.map((side) => Math.round(2 * side)));

    const csv = readCsv((await save(page, name, "CSV")).bytes.toString("utf8"));
    const rows = await table(page, name);
    if (name === "Share of voice") {
      assert.deepEqual(csv.map((row) => [row.quotes, row.words]), rows.map((row) => [row.Quotations, row.Words]));
    } else if (name === "How they are quoted") {
      assert.equal(String(sum(csv.map((row) => row.direct))), rows[0]["Word for word"]);
    } else if (name === "Where names appear") {
      const mentions = csv.filter((row) => row.place !== "content");
      assert.equal(mentions.length, sum(rows.map((row) => row.Mentions)));
    } else {
      assert.deepEqual(csv.map((row) => row.mentions), rows.map((row) => row["Speaks about, times"]));
    }
  }
}

/** Goes on with the Tab key until an element is focused. */
async function tabTo(page, locator) {
  for (let presses = 0; presses < 200; presses += 1) {
    if (await locator.evaluate((it) => it === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  assert.fail("the Tab key does not get there");
}

export default async function (t) {
  const text = await t.readProject("seeds/articles/wire-story.txt");
  for (const [colorScheme, width] of [["light", 1280], ["dark", 1600], ["light", 768], ["dark", 360]]) {
    const page = await t.open("/", { colorScheme, viewport: { width, height: 800 } });
    await pasteArticle(t, { text });
    const way = page.getByRole("link", { name: /^Figures/ });
    await way.click();
    for (const name of SUBJECTS) {
      await figure(page, name).scrollIntoViewIfNeeded();
      await drawing(page, name).waitFor();
    }
    await t.expectNoSidewaysScroll();
    await t.screenshot(`${colorScheme}-${width}`, { fullPage: true });
    await numbersAgree(page);
    await t.expectAccessible();
    await t.expectNoSidewaysScroll();
    if (width === 1280) await filesAreWhole(page);
    if (width === 360) {
      // A drawing that is wider than the window moves in its own box, by keyboard too.
      const box = figure(page, "Who speaks about whom").getByRole("group", { name: "Who speaks about whom, drawn" });
      await box.focus();
      await page.keyboard.press("ArrowRight");
      await page.waitForFunction((it) => it.scrollLeft > 0, await box.elementHandle());
    }
  }

  // By keyboard, from the way there to a file.
  const page = await t.open("/", { viewport: { width: 1280, height: 400 } });
  await pasteArticle(t, { text: `${text}\n\n${await t.readProject("seeds/articles/interview.txt")}` });
  const last = figures(page).locator("svg");
  assert.equal(await last.count(), 0, "figures are drawn though nobody looks");
  const way = page.getByRole("link", { name: /^Figures/ });
  await tabTo(page, way);
  await page.keyboard.press("Enter");
  const button = figure(page, "Share of voice").getByRole("button", { name: "Share of voice as CSV" });
  await tabTo(page, button);
  const begun = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  assert.equal((await begun).suggestedFilename(), "whosaid-share-of-voice.csv");

  // The most mentioned names first, all of them when asked.
  const names = drawing(page, "Where names appear");
  await names.waitFor();
  const before = (await names.boundingBox()).height;
  const all = figure(page, "Where names appear").getByRole("button", { name: /^Show all \d+ names$/ });
  await tabTo(page, all);
  await page.keyboard.press("Space");
  await page.waitForFunction(([it, before]) => it.getBoundingClientRect().height > before, [await names.elementHandle(), before]);
  assert.equal(await all.getAttribute("aria-pressed"), "true");

  // Nobody quoted, nothing named.
  for (const [plain, said, drawn] of [
    ["Mara Ellis lives in Port Lorne. It rained all day.", /^Nobody is quoted/, ["Where names appear"]],
    ["It rained all day. Then it was dry.", /^There is nothing to draw/, []],
  ]) {
    const page = await t.open("/", { viewport: { width: 1280, height: 800 } });
    await pasteArticle(t, { text: plain });
    await figures(page).getByText(said).waitFor();
    assert.deepEqual(await figures(page).getByRole("heading", { level: 3 }).allTextContents(), drawn);
    await t.expectAccessible();
  }
}
