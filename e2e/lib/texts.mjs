// A short article for flows that need one whose voices are beyond doubt, and ways to bring it to the page.

export const ARTICLE = `Council votes to keep the ferry

By Mara Ellis

Harbour officials voted on Tuesday to keep the night ferry to Port Lorne.

"We will not leave the island without a boat," said Mayor Ana Ruiz. She said that the town would pay for two more years.

Tom Becker, who runs the ferry, told reporters that the old boat needs a new engine. "It has crossed the bay nine thousand times," he said.

Becker urged the council to order the engine this month.
`;

export const RICH = `<h1>Council votes to keep the ferry</h1>
<p>Harbour officials voted on <b>Tuesday</b> to keep the night ferry to Port Lorne.</p>
<p>&ldquo;We will not leave the island without a boat,&rdquo; said Mayor Ana Ruiz.</p>
<p>Tom Becker told reporters that the old boat needs a new engine.</p>`;

/** Pastes into the empty text field and waits for the marked article. */
export async function pasteArticle(t, clipboard = { text: ARTICLE }) {
  await t.page.getByLabel("Text of an article").focus();
  await t.paste(clipboard);
  await article(t.page).waitFor();
}

export const article = (page) => page.getByRole("article", { name: "Article with marks" });

/** Signs of quotations: the buttons with the speaker's initials. */
export const signs = (page) => article(page).locator("button.sign");

/** The words of the article as they stand, block by block, without the signs of quotations. */
export const words = (page) =>
  article(page).evaluate((article) => {
    const copy = article.cloneNode(true);
    copy.querySelectorAll(".sign, .glue").forEach((sign) => sign.remove());
    return [...copy.querySelectorAll(".block")].map((block) => block.textContent.replace(/\s+/g, " ").trim()).join("\n");
  });

/** The voices as they are shown: { name, quotations, words }. In any browser. */
export const voices = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("#voices li summary")].map((row) => {
      const [quotations, words] = row.querySelector(".counts").textContent.match(/\d[\d,]*/g).map((n) => Number(n.replaceAll(",", "")));
      return { name: row.querySelector(".name").textContent, quotations, words };
    }),
  );
