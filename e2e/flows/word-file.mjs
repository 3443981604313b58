import assert from "node:assert/strict";
import { ARTICLE, article, voices } from "../lib/texts.mjs";
import { zip } from "../lib/zip.mjs";

export const title = "a Word file is read; an old, damaged, foreign or exploding one is told in one sentence";
export const seconds = 90;

const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const paragraph = (text, style) =>
  `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ""}<w:r><w:t xml:space="preserve">${escape(text)}</w:t></w:r></w:p>`;

/** A Word file with these paragraphs, the first of them its title. */
const word = ([title, ...paragraphs]) =>
  zip({
    "word/document.xml": `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraph(title, "Titel")}${paragraphs.map((text) => paragraph(text)).join("")}</w:body></w:document>`,
    "word/styles.xml": `<w:styles xmlns:w="w"><w:style w:styleId="Titel"><w:name w:val="Title"/></w:style></w:styles>`,
  });

export default async function (t) {
  const page = await t.open();
  const paragraphs = ARTICLE.split("\n\n").map((text) => text.trim());
  const bytes = word([...paragraphs, `Ana Ruiz added: <script>alert("x")</script> & more.`]);
  assert.ok(!t.requests.some((address) => address.includes("saver")), "what reads Word files is fetched before there is one");
  await t.drop(".paste", [{ name: "ferry.docx", type: TYPE, content: bytes }]);
  await article(page).getByText("nine thousand times").waitFor();
  await article(page).getByRole("heading", { name: /Council votes\b.*\bto keep the ferry/ }).waitFor();
  await article(page).getByText(`<script>alert("x")</script>`).waitFor();
  assert.ok((await voices(page)).some((voice) => voice.name === "Ana Ruiz" && voice.quotations >= 2));

  // What cannot be read is told, and what was there stays.
  for (const [name, content, told] of [
    ["cut.docx", bytes.subarray(0, bytes.length - 40), "“cut.docx” is damaged"],
    ["old.doc", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), "is of the old Word format, or has a password"],
    ["sheet.docx", zip({ "xl/workbook.xml": "<workbook/>" }), "is not a Word file"],
    ["text.docx", Buffer.from("It rained."), "is not a Word file"],
    ["bomb.docx", word([ARTICLE, "0".repeat(70_000_000)]), "unfolds into more than can be read here"],
  ]) {
    await t.drop("#article", [{ name, type: TYPE, content }]);
    await page.getByRole("alert").getByText(told).waitFor();
    await article(page).getByText("nine thousand times").waitFor();
  }
  await t.expectAccessible();
}
