// Puts the reader's choice of colours on the page before it is first painted.

try {
  const theme = localStorage.getItem("whosaid.theme");
  if (theme) document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be forbidden; the system's colours are used then.
}
