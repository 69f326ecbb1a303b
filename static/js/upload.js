// Sends dropped or chosen files, a few at a time, and goes on after the network was away. Without it a plain form does.
"use strict";

const AT_ONCE = 4;
const TRIES = 3;
const FAULTS_SHOWN = 200;
const LEFT_NAMED = 50;
const SHOW_MS = 1500;
const PAUSES_MS = [1000, 2000, 5000, 10000];
// What systems leave in folders and nobody means to send.
const JUNK = /^(\.|~\$|thumbs\.db$|desktop\.ini$|ehthumbs\.db$)/i;
const REFUSED = {
  404: "This job is not there any more, or you were taken off it.",
  413: "The server in front refuses files of this size. Ask who runs it to allow more.",
};

const form = document.getElementById("drop");
if (form) start(form);

function start(form) {
  const part = (name) => document.getElementById(`sending${name}`);
  const kept = `sending ${form.getAttribute("action")}`;
  const queue = [];
  const running = new Map(); // request -> its item
  let sum = fresh();
  let paused = ""; // why nothing is sent just now
  let pauses = 0;
  let timer = 0;
  let shown = -Infinity;

  function fresh() {
    return { files: 0, bytes: 0, done: 0, sent: 0, stored: 0, here: 0, faults: [] };
  }

  const isOver = () => !queue.length && !running.size;

  function add(items) {
    if (!items.length) return;
    if (isOver()) {
      sum = fresh();
      part("-faults").replaceChildren();
    }
    queue.push(...items);
    sum.files += items.length;
    sum.bytes += items.reduce((bytes, { file }) => bytes + file.size, 0);
    part("").hidden = false;
    part("-left").hidden = true;
    remember();
    pump();
  }

  function pump() {
    while (!paused && queue.length && running.size < AT_ONCE) {
      const item = queue.shift();
      const sentence = unfit(item.file);
      if (sentence) settle(item, () => fault(item, sentence));
      else send(item);
    }
    tell();
  }

  function unfit(file) {
    if (!file.size) return "The file is empty: nothing was stored. Ask for it again.";
    const most = Number(/\.zip$/i.test(file.name) ? form.dataset.maxArchiveMb : form.dataset.maxMb);
    return file.size > most * 1024 * 1024 ? `The file is over ${most} MB: nothing was stored.` : "";
  }

  function send(item) {
    const request = new XMLHttpRequest();
    const line = lineOf(item);
    running.set(request, item);
    request.upload.onprogress = (event) => {
      item.loaded = Math.min(event.loaded, item.file.size);
      line.show(event.loaded / event.total);
      tellSoon();
    };
    request.onload = () => end(() => read(request, item));
    request.onerror = () => end(() => later(item, "The connection was lost. What is not sent yet waits, and goes on by itself."));
    request.onabort = () => end(() => settle(item, () => fault(item, "Stopped by you. It may not have been stored.")));
    function end(outcome) {
      running.delete(request);
      item.loaded = 0;
      line.remove();
      outcome();
      pump();
    }

    const body = new FormData();
    body.append("folder", item.folder);
    body.append("files", item.file, item.file.name);
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("X-CSRFToken", token());
    request.send(body);
  }

  // Signing in again in another tab changes the token; the cookie has the new one.
  function token() {
    return /(?:^|; )csrftoken=([^;]+)/.exec(document.cookie)?.[1] ?? form.elements.csrfmiddlewaretoken.value;
  }

  function read(request, item) {
    if (request.responseURL !== form.action) {
      return later(item, "You were signed out. Sign in again in another tab, then go on here.", { byHand: true });
    }
    if (request.status === 403) {
      return later(item, "The page had expired. Go on here; if that does not help, load the page again.", { byHand: true });
    }
    if (request.status >= 500 && (item.tries = (item.tries ?? 0) + 1) < TRIES) {
      return later(item, "The server does not answer as it should. What is not sent yet waits, and goes on by itself.");
    }
    pauses = 0;
    let outcome;
    try {
      outcome = JSON.parse(request.responseText).files[0];
    } catch {
      const unclear = "The server gave no clear answer. Look below whether the file is there; if not, send it again.";
      return settle(item, () => fault(item, REFUSED[request.status] ?? unclear, !REFUSED[request.status]));
    }
    settle(item, () => {
      if (outcome.outcome === "refused") fault(item, outcome.sentence);
      else if (outcome.outcome === "duplicate") sum.here += 1;
      else sum.stored += 1;
      if (outcome.outcome === "restored") sum.back = (sum.back ?? 0) + 1;
    });
  }

  // One file that fails stops no other; a network that is gone stops all, and they wait.
  function later(item, sentence, { byHand = false } = {}) {
    queue.unshift(item);
    if (paused && !byHand) return;
    paused = sentence;
    part("-resume").hidden = false;
    clearTimeout(timer);
    if (!byHand) timer = setTimeout(resume, PAUSES_MS[Math.min(pauses++, PAUSES_MS.length - 1)]);
  }

  function resume() {
    clearTimeout(timer);
    paused = "";
    part("-resume").hidden = true;
    pump();
  }

  function settle(item, outcome) {
    sum.done += 1;
    sum.sent += item.file.size;
    outcome();
    remember();
    if (isOver() || (!isLive() && performance.now() > shown + SHOW_MS)) show();
  }

  // The list asks by itself once something waits; drawing it anew for each of 500 files would stall the page.
  const isLive = () => document.querySelector("#files, #strip")?.getAttribute("hx-trigger")?.includes("every");

  function show() {
    shown = performance.now();
    htmx.trigger(document.body, "refresh");
  }

  function fault(item, sentence, again = false) {
    sum.faults.push({ item, again });
    if (sum.faults.length > FAULTS_SHOWN) return;
    const line = document.createElement("li");
    line.className = "error";
    line.textContent = `${pathOf(item)}: ${sentence}`;
    part("-faults").append(line);
  }

  function lineOf(item) {
    const line = document.createElement("li");
    const [name, bar, share] = ["span", "progress", "span"].map((tag) => line.appendChild(document.createElement(tag)));
    line.className = "sending-line";
    name.className = "cut";
    name.textContent = pathOf(item);
    bar.max = 100;
    bar.value = 0;
    bar.setAttribute("aria-label", `Sending ${item.file.name}`);
    share.className = "num quiet";
    part("-now").append(line);
    return {
      show(done) {
        bar.value = 100 * done;
        share.textContent = `${Math.round(100 * done)} %`;
      },
      remove: () => line.remove(),
    };
  }

  let told = 0;
  function tellSoon() {
    told ||= requestAnimationFrame(() => {
      told = 0;
      tell();
    });
  }

  function tell() {
    const over = isOver();
    const parts = [over ? `${sum.stored} sent` : `Sending ${sum.done} of ${sum.files}`];
    if (sum.here) parts.push(`${sum.here} already here`);
    if (sum.back) parts.push(`${sum.back} had been lost here and ${sum.back > 1 ? "are" : "is"} back`);
    if (sum.faults.length) parts.push(`${sum.faults.length} not stored`);
    if (!over && !paused) parts.push("keep this page open until they are sent");
    part("-words").textContent = paused && !over ? `${parts.join(", ")}. ${paused}` : `${parts.join(", ")}.`;
    const loaded = [...running.values()].reduce((bytes, item) => bytes + (item.loaded ?? 0), sum.sent);
    part("-bar").max = sum.bytes || 1;
    part("-bar").value = over ? sum.bytes || 1 : loaded;
    part("-bar").className = over ? (sum.faults.length ? "fault" : "done") : "";
    document.documentElement.classList.toggle("is-sending", !over);
    part("-stop").textContent = over ? "Dismiss" : "Stop";
    part("-again").hidden = !over || !sum.faults.some(({ again }) => again);
    if (over) part("-resume").hidden = true;
  }

  // A page that is loaded again cannot send on: the browser lets go of the files. It can say which are missing.
  function remember() {
    try {
      if (isOver()) return void sessionStorage.removeItem(kept);
      const left = [...running.values(), ...queue];
      const names = left.slice(0, LEFT_NAMED).map(pathOf);
      sessionStorage.setItem(kept, JSON.stringify({ left: left.length, files: sum.files, names }));
    } catch { /* not remembered, still sent */ }
  }

  function tellLeft() {
    let found;
    try {
      found = JSON.parse(sessionStorage.getItem(kept));
    } catch { /* nothing remembered */ }
    if (!found?.left) return;
    part("-left").hidden = false;
    part("-left-words").textContent =
      `The page was loaded again before ${found.left} of ${found.files} file${found.files > 1 ? "s were" : " was"} sent. ` +
      "Drop the same files or folder once more: those already here are skipped.";
    part("-left-names").replaceChildren(
      ...[...found.names, ...(found.left > found.names.length ? [`and ${found.left - found.names.length} more`] : [])].map((name) => {
        const line = document.createElement("li");
        line.textContent = name;
        return line;
      }),
    );
  }

  part("-stop").addEventListener("click", () => {
    if (isOver()) return void (part("").hidden = true);
    sum.files -= queue.length;
    sum.bytes -= queue.reduce((bytes, { file }) => bytes + file.size, 0);
    queue.length = 0;
    clearTimeout(timer);
    paused = "";
    for (const request of [...running.keys()]) request.abort();
    remember();
    tell();
  });
  part("-resume").addEventListener("click", resume);
  window.addEventListener("online", () => paused && resume());
  part("-again").addEventListener("click", () => {
    const again = sum.faults.filter((one) => one.again).map(({ item }) => ({ file: item.file, folder: item.folder }));
    add(again);
  });
  part("-left-close").addEventListener("click", () => {
    part("-left").hidden = true;
    sessionStorage.removeItem(kept);
  });

  for (const input of form.querySelectorAll("[data-pick]")) {
    input.addEventListener("change", () => {
      add(wanted([...input.files].map((file) => ({ file, folder: folderOf(file.webkitRelativePath) }))));
      input.value = "";
    });
  }

  window.addEventListener("beforeunload", (event) => {
    if (!isOver()) event.preventDefault();
  });

  const veil = document.getElementById("drop-veil");
  let depth = 0;
  const carriesFiles = (event) => event.dataTransfer?.types.includes("Files");
  document.addEventListener("dragenter", (event) => {
    if (carriesFiles(event)) veil.hidden = ++depth === 0;
  });
  document.addEventListener("dragleave", (event) => {
    if (carriesFiles(event)) veil.hidden = --depth <= 0;
  });
  document.addEventListener("dragover", (event) => {
    if (carriesFiles(event)) event.preventDefault();
  });
  document.addEventListener("drop", async (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    depth = 0;
    veil.hidden = true;
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
    const plain = [...event.dataTransfer.files].map((file) => ({ file, folder: "" }));
    if (!entries.length) return add(wanted(plain));
    const unread = [];
    const found = (await Promise.all(entries.map((entry) => filesIn(entry, unread)))).flat();
    if (unread.length) showMessage(`${unread.length} of them could not be read from the disk, ${unread[0]} first: they were not sent.`);
    add(wanted(found));
  });

  tellLeft();
}

const pathOf = ({ file, folder }) => (folder ? `${folder}/${file.name}` : file.name);
const folderOf = (path) => (path ?? "").split("/").slice(0, -1).filter(Boolean).join("/");

function wanted(items) {
  return items.filter(({ file, folder }) => ![file.name, ...folder.split("/")].some((name) => JUNK.test(name) || name === "__MACOSX"));
}

// Everything below an entry of a drop, with the folders on the way; what cannot be read is named in `unread`.
async function filesIn(entry, unread) {
  try {
    if (entry.isFile) {
      const file = await new Promise((give, fail) => entry.file(give, fail));
      return [{ file, folder: folderOf(entry.fullPath) }];
    }
    const reader = entry.createReader();
    const inside = [];
    for (;;) {
      const some = await new Promise((give, fail) => reader.readEntries(give, fail));
      if (!some.length) break;
      inside.push(...some);
    }
    return (await Promise.all(inside.map((each) => filesIn(each, unread)))).flat();
  } catch {
    unread.push(entry.name);
    return [];
  }
}
