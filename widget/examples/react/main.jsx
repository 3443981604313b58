// React keeps the article; the element stands around it and marks it, whatever React does to it.

import "whosaid/who-said.js";
import { StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";

const PARAGRAPHS = [
  "“We will not leave the island without a boat,” said Mayor Ana Ruiz.",
  "Tom Becker told reporters that the old boat needs a new engine.",
  "Lena Ortega warned that the engine would not come before spring.",
];

function Article() {
  const [count, setCount] = useState(1);
  const [voices, setVoices] = useState(0);
  return (
    <>
      <who-said onws-analysis={(event) => setVoices(new Set(event.detail.document.quotes.map(({ speaker }) => speaker)).size)}>
        <article id="post">
          <h1>Council votes to keep the ferry</h1>
          {PARAGRAPHS.slice(0, count).map((text) => (
            <p key={text}>{text}</p>
          ))}
        </article>
      </who-said>
      <p id="voices">Voices: {voices}</p>
      <button onClick={() => setCount(count + 1)}>More</button>
    </>
  );
}

createRoot(document.querySelector("main")).render(
  <StrictMode>
    <Article />
  </StrictMode>,
);
