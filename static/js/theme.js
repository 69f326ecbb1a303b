// Runs before the first paint, so that a chosen theme does not flash; without a choice the system decides.
document.documentElement.classList.add("js");
try {
  const theme = localStorage.getItem("theme");
  if (theme) document.documentElement.dataset.theme = theme;
} catch { /* storage is blocked: the system's theme it is */ }
