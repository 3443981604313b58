// Puts the reader's choice of colours and size on the page before it is first painted.

try {
  const root = document.documentElement.dataset;
  const [theme, size] = ["whosaid.theme", "whosaid.size"].map((key) => localStorage.getItem(key));
  if (theme) root.theme = theme;
  if (size) root.size = size;
} catch {
  // Storage may be forbidden; the system's colours and the usual size are used then.
}
