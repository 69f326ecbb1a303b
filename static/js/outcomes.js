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
  const moved = !sameOrder(linesOf(files()), linesOf(fresh));
  for (const id of ["files-head", "archives"]) replace(document.getElementById(id), fresh.querySelector(`#${id}`));
  const then = new Map(linesOf(fresh).map((line) => [line.id, line]));
  const focused = document.activeElement;
  for (const line of linesOf(files())) {
    const other = then.get(line.id);
    if (!other || line.innerHTML === other.innerHTML || line.querySelector("input:focus")) continue;
    const left = line.contains(focused);
    replace(line, other);
    if (left) (other.querySelector("a, button, input") ?? document.querySelector("[data-sort-in]")).focus({ preventScroll: true });
    other.classList.add("changing");
    setTimeout(() => other.classList.remove("changing"), FRESH_MS);
  }
  if (moved) document.getElementById("changed").hidden = false;
  ask(fresh);
}

// The list asks again as the new one would: a changed rhythm needs a new element around the same lines.
function ask(fresh) {
  const old = files();
  old.dataset.etag = fresh.dataset.etag;
  if (old.getAttribute("hx-trigger") === fresh.getAttribute("hx-trigger")) return;
  const focused = document.activeElement;
  const shell = fresh.cloneNode(false);
  shell.append(...old.childNodes);
  old.replaceWith(shell);
  htmx.process(shell);
  if (shell.contains(focused)) focused.focus({ preventScroll: true });
}

function replace(old, fresh) {
  if (!old || !fresh) return;
  const open = [...old.querySelectorAll("details[open]")].map((fold) => fold.id);
  old.replaceWith(fresh);
  for (const id of open) fresh.querySelector(`#${CSS.escape(id)}`)?.setAttribute("open", "");
  htmx.process(fresh);
}

let folds = [];
let sortIn = false;
document.addEventListener("htmx:beforeSwap", (event) => {
  const { shouldSwap, serverResponse } = event.detail;
  if (event.target.id !== "files" || !shouldSwap) return;
  folds = [...files().querySelectorAll("details")].map((fold) => [fold.id, fold.open]);
  const asked = sortIn;
  sortIn = false;
  const fresh = new DOMParser().parseFromString(serverResponse, "text/html").getElementById("files");
  if (!fresh?.querySelector("table.files") || asked || !isAtWork()) return;
  if (sameOrder(linesOf(files()), linesOf(fresh)) && !files().querySelector("input:focus")) return;
  event.detail.shouldSwap = false;
  patch(fresh);
});

document.addEventListener("htmx:afterSettle", (event) => {
  if (event.target.id !== "files") return;
  for (const [id, open] of folds) document.getElementById(id)?.toggleAttribute("open", open);
});

// The list with its new tag would answer "nothing new": it is asked for whole.
document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-sort-in]")) return;
  sortIn = true;
  delete files().dataset.etag;
  htmx.trigger(document.body, "refresh");
});

// A field with the focus holds the list still; a password that was sent has no more need of it.
document.addEventListener("submit", (event) => {
  if (event.target.closest("tr.file")) setTimeout(() => document.activeElement.blur());
});
