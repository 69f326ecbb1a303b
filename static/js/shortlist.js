// The shortlist: new results wait while somebody reads, the list keeps its place, and keys go through the matches.
"use strict";

const part = (name) => document.getElementById(name);
const isOpen = () => Boolean(document.querySelector(".pane-head"));
const narrow = () => matchMedia("(max-width: 900px)").matches;
const rows = () => [...document.querySelectorAll(".matches a.name")];
let place = null; // where the list was when a match was opened over it
let turning = false; // a page of the list is being fetched to follow the open match

// Rows never move under the pointer, the focus, or beside an open match: then the results wait for a click.
function isRead() {
  const table = part("table");
  return isOpen() || scrollY > 80 || Boolean(document.querySelector(".pick input:checked")) || table.contains(document.activeElement) || (rows().length && table.matches(":hover"));
}

function bringIn() {
  if (document.querySelector("[data-bring-in]")) htmx.trigger(part("table"), "bring-in");
}

// What stands above the list may come and go; the list stays where it is, and so does the text of an open match.
let before = {};
document.addEventListener("htmx:beforeSwap", (event) => {
  if (!event.detail.shouldSwap) return;
  const { match, tab } = part("pane").dataset;
  before = { top: part("table").getBoundingClientRect().top, match, tab, read: part("pane").scrollTop };
  if (event.target.id === "pane" && !isOpen()) place = scrollY;
});

document.addEventListener("htmx:afterSettle", (event) => {
  const { id } = event.target;
  if (id === "strip" && before.top !== undefined) {
    const moved = part("table").getBoundingClientRect().top - before.top;
    if (moved && isRead()) scrollBy(0, moved);
    if (!isRead()) bringIn();
  }
  if (id === "pane" && part("pane").dataset.match === before.match && part("pane").dataset.tab === before.tab) {
    part("pane").scrollTop = before.read;
  }
  if (id === "pane") showOpen(event.detail.requestConfig?.triggeringEvent?.type);
  if (id === "table") {
    mark();
    if (isOpen() && !turning) showAgain();
    turning = false;
  }
  before = {};
});

// One that gives way to a newer request is rejected without a reason: that is no error.
function fetchPart(address, more) {
  htmx.ajax("GET", address, { swap: "outerHTML", ...more })?.catch((reason) => {
    if (reason !== undefined) throw reason;
  });
}

let going = null; // the last request that closes the pane or opens something else in it
document.addEventListener("htmx:beforeSend", ({ detail }) => {
  if (detail.target.id === "pane" && detail.elt.id !== "pane") going = detail.xhr;
});
const isGoing = () => going !== null && going.readyState > XMLHttpRequest.UNSENT && going.readyState < XMLHttpRequest.DONE;

// As a request of the pane itself, so that one that closes it or opens another match takes its place, also when that was
// sent first. What somebody is writing in it stays.
function showAgain() {
  if (isGoing() || isBusy(part("pane"))) return;
  delete part("pane").dataset.etag;
  fetchPart(location.pathname + location.search, { source: "#pane", target: "#pane" });
}

function mark() {
  const row = part(`open-${part("pane").dataset.match}`);
  for (const link of document.querySelectorAll('.matches a.name[aria-current="true"]')) {
    link.removeAttribute("aria-current");
    link.closest("tr").classList.remove("selected");
  }
  row?.setAttribute("aria-current", "true");
  row?.closest("tr").classList.add("selected");
  return row;
}

let last = null; // the match that was open, to give its row the focus when it is closed
function showOpen(trigger) {
  const pane = part("pane");
  if (!isOpen()) return closeOpen();
  const fresh = pane.dataset.match !== last;
  last = pane.dataset.match;
  if (pane.dataset.quote) return showQuote(pane);
  const row = mark();
  if (!row && fresh) {
    const query = new URLSearchParams(location.search);
    query.delete("tab");
    query.set("page", pane.dataset.page);
    turning = true;
    fetchPart(`${part("filters").getAttribute("action")}?${query}`, { target: "#table" });
  }
  if (!fresh || !trigger) return;
  if (!pane.contains(document.activeElement)) pane.focus({ preventScroll: true });
  if (narrow()) scrollTo(0, 0);
  else row?.scrollIntoView({ block: "nearest" });
}

// A quote of the report was clicked: the CV scrolls to the place where it stands.
function showQuote(pane) {
  mark();
  const place = part(pane.dataset.quote);
  delete pane.dataset.quote;
  place?.scrollIntoView({ block: "center" });
  place?.focus({ preventScroll: true });
}

function closeOpen() {
  mark();
  if (narrow() && place !== null) scrollTo(0, place);
  part(`open-${last}`)?.focus({ preventScroll: true });
  last = place = null;
}

document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-bring-in]")) return;
  event.preventDefault();
  bringIn();
});

// Without an open match j and k go from row to row and Enter opens; with one, its own buttons answer to them.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  const typing = event.target.closest("input, textarea, select");
  if (event.key === "Escape") {
    if (typing) typing.blur();
    else if (!document.querySelector("details.menu[open]")) part("pane-close")?.click();
  } else if (!typing && event.key === "b") bringIn();
  else if (!typing && !isOpen() && (event.key === "j" || event.key === "k")) {
    const all = rows();
    const at = all.indexOf(document.activeElement);
    const next = all[event.key === "j" ? at + 1 : Math.max(0, at - 1)] ?? all.at(-1);
    next?.focus();
    next?.closest("tr").scrollIntoView({ block: "nearest" });
  }
});

// A page that cannot be drawn says so in its place; the server's answer is one sentence. Of a busy server it is asked
// for again, as long as the page is open.
const MOST_ASKED = 40;
const faulty = new WeakSet();
async function showFault(picture) {
  if (faulty.has(picture)) return;
  faulty.add(picture);
  let sentence = "This page cannot be shown right now. Read its text instead, or download the original file.";
  try {
    let answer = await fetch(picture.src);
    for (let asked = 0; answer.status === 503 && asked < MOST_ASKED && picture.isConnected; asked += 1) {
      await new Promise((resolve) => setTimeout(resolve, 1000 * (Number(answer.headers.get("Retry-After")) || 3)));
      if (picture.isConnected) answer = await fetch(picture.src);
    }
    if (answer.ok && !picture.dataset.again) {
      picture.dataset.again = "yes";
      faulty.delete(picture);
      picture.src = `${picture.getAttribute("src")}?again`;
      return;
    }
    if (!answer.ok && answer.headers.get("Content-Type")?.startsWith("text/plain")) sentence = await answer.text();
  } catch { /* the server is away: the sentence stands */ }
  const words = document.createElement("p");
  words.className = "words";
  words.textContent = sentence;
  picture.parentElement?.querySelector("svg")?.remove();
  picture.replaceWith(words);
}
document.addEventListener("error", (event) => {
  if (event.target.matches?.(".sheet > img")) showFault(event.target);
}, true);
// Some may have failed before this script came.
for (const picture of document.querySelectorAll(".sheet > img")) {
  if (picture.complete && !picture.naturalWidth) showFault(picture);
}

// A mark with the shift key held takes all rows from the last mark on along.
let marked = null;
document.addEventListener("click", (event) => {
  if (!event.target.matches(".pick input")) return;
  const boxes = [...document.querySelectorAll(".pick input")];
  const [from, to] = [boxes.indexOf(marked), boxes.indexOf(event.target)].sort((a, b) => a - b);
  if (event.shiftKey && from >= 0) for (const box of boxes.slice(from, to + 1)) box.checked = event.target.checked;
  marked = event.target;
});

last = part("pane")?.dataset.match ?? null;
