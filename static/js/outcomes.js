// The list of files while it is read: lines change where they are; they move to their new group when nobody is at them.
"use strict";

const files = () => document.getElementById("files");
const linesOf = (part) => [...part.querySelectorAll("tr[id^='file-']")];
const FRESH_MS = 1500;

// Nothing moves under the pointer, the focus, or beside what somebody scrolled to.
function isAtWork() {
  const table = files()?.querySelector("table.files");
  if (!table) return false;
  return table.matches(":hover") || table.contains(document.activeElement) || table.getBoundingClientRect().top < 0;
}

function sameOrder(now, then) {
  return now.length === then.length && now.every((line, at) => line.id === then[at].id);
}

// The parts above the list are replaced whole, the lines one by one and in place; the list itself keeps its order.
function patch(fresh) {
  for (const id of ["files-head", "archives"]) replace(document.getElementById(id), fresh.querySelector(`#${id}`));
  const then = new Map(linesOf(fresh).map((line) => [line.id, line]));
  for (const line of linesOf(files())) {
    const other = then.get(line.id);
    if (!other || line.contains(document.activeElement) || line.innerHTML === other.innerHTML) continue;
    replace(line, other);
    other.classList.add("changing");
    setTimeout(() => other.classList.remove("changing"), FRESH_MS);
  }
  for (const name of ["data-etag", "hx-trigger"]) files().setAttribute(name, fresh.getAttribute(name));
  document.getElementById("changed").hidden = false;
}

function replace(old, fresh) {
  if (!old || !fresh) return;
  const open = [...old.querySelectorAll("details[open]")].map((fold) => fold.id);
  old.replaceWith(fresh);
  for (const id of open) fresh.querySelector(`#${CSS.escape(id)}`)?.setAttribute("open", "");
  htmx.process(fresh);
}

let folds = [];
document.addEventListener("htmx:beforeSwap", (event) => {
  const { shouldSwap, serverResponse, requestConfig } = event.detail;
  if (event.target.id !== "files" || !shouldSwap) return;
  folds = [...files().querySelectorAll("details")].map((fold) => [fold.id, fold.open]);
  const asked = requestConfig?.triggeringEvent?.type === "refresh";
  const fresh = new DOMParser().parseFromString(serverResponse, "text/html").getElementById("files");
  if (!fresh || asked || !isAtWork() || sameOrder(linesOf(files()), linesOf(fresh))) return;
  // A list whose polling ends is drawn whole: it will not ask again.
  if (fresh.getAttribute("hx-trigger") !== files().getAttribute("hx-trigger")) return;
  event.detail.shouldSwap = false;
  patch(fresh);
});

document.addEventListener("htmx:afterSettle", (event) => {
  if (event.target.id !== "files") return;
  for (const [id, open] of folds) document.getElementById(id)?.toggleAttribute("open", open);
});

document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-sort-in]")) return;
  event.target.blur();
  htmx.trigger(document.body, "refresh");
});
