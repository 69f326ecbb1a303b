// The shortlist: new results wait while somebody reads the table, and the open match's row is marked.
"use strict";

const table = () => document.getElementById("table");

// Rows never move under the pointer or beside an open match: then the bar waits for a click.
function bringIn() {
  const bar = document.querySelector("[data-bring-in]");
  const place = table();
  if (!bar || !place) return;
  const reading = place.matches(":hover") || place.contains(document.activeElement) || document.querySelector(".pane-head");
  if (!reading) htmx.trigger(place, "bring-in");
}

document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-bring-in]")) return;
  event.preventDefault();
  htmx.trigger(table(), "bring-in");
});

document.addEventListener("htmx:afterSettle", (event) => {
  if (event.target.id === "strip") bringIn();
  if (event.target.id === "table") document.querySelector("[data-bring-in]")?.remove();
  if (event.target.id === "pane") {
    for (const row of document.querySelectorAll("tr[aria-selected]")) {
      row.removeAttribute("aria-selected");
      row.classList.remove("selected");
    }
    const row = document.getElementById(`row-${location.pathname.split("/")[2]}`);
    row?.setAttribute("aria-selected", "true");
    row?.classList.add("selected");
    row?.scrollIntoView({ block: "nearest" });
    event.target.focus({ preventScroll: true });
  }
});

// Without an open match, j opens the first one.
document.addEventListener("keydown", (event) => {
  if (event.key !== "j" || event.target.closest("input, textarea, select") || document.querySelector(".pane-head")) return;
  document.querySelector(".matches a.name")?.click();
});
