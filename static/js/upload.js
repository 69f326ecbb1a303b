// Sends dropped or chosen files one by one, three at a time. Without it the plain form sends them in one go.
"use strict";

const AT_ONCE = 3;
const FAULTS_SHOWN = 200;

const form = document.getElementById("drop");
if (form) start(form);

function start(form) {
  const part = (name) => document.getElementById(`sending${name}`);
  const maxFiles = Number(form.dataset.maxFiles);
  const maxBytes = Number(form.dataset.maxMb) * 1024 * 1024;
  const queue = [];
  const running = new Set();
  let wanted = 0, done = 0, stored = 0, duplicates = 0, refused = 0;

  function add(files) {
    const room = maxFiles - queue.length - running.size;
    if (files.length > room) {
      showMessage(`${files.length} files are too many: at most ${maxFiles} go at once. The first ${Math.max(0, room)} are taken; add the rest when they are through.`, "warning");
    }
    const taken = [...files].slice(0, Math.max(0, room));
    if (!taken.length) return;
    if (!queue.length && !running.size) {
      wanted = done = stored = duplicates = refused = 0;
      part("-faults").replaceChildren();
    }
    queue.push(...taken);
    wanted += taken.length;
    part("").hidden = false;
    for (let i = running.size; i < AT_ONCE; i++) next();
    tell();
  }

  function next() {
    const file = queue.shift();
    if (!file) return;
    if (!file.size) fault(file.name, "The file is empty: nothing was stored. Ask for it again.");
    else if (file.size > maxBytes) fault(file.name, `The file is over ${form.dataset.maxMb} MB: nothing was stored.`);
    else return send(file);
    settle();
  }

  function send(file) {
    const request = new XMLHttpRequest();
    const line = document.createElement("li");
    const name = document.createElement("span");
    const bar = document.createElement("progress");
    const share = document.createElement("span");
    line.className = "sending-line";
    name.className = "cut";
    name.textContent = file.name;
    bar.max = 100;
    bar.value = 0;
    bar.setAttribute("aria-label", `Sending ${file.name}`);
    share.className = "num quiet";
    line.append(name, bar, share);
    part("-now").append(line);
    running.add(request);

    request.upload.onprogress = (event) => {
      bar.value = (100 * event.loaded) / event.total;
      share.textContent = `${Math.round(bar.value)} %`;
    };
    request.onload = () => finish(() => read(request, file));
    request.onerror = () => finish(() => fault(file.name, "The server could not be reached. Nothing was stored: drop this file again."));
    request.onabort = () => finish(() => fault(file.name, "Stopped by you. It may not have been stored."));
    function finish(outcome) {
      running.delete(request);
      line.remove();
      outcome();
      settle();
    }

    const body = new FormData();
    body.append("files", file, file.name);
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("X-CSRFToken", form.elements.csrfmiddlewaretoken.value);
    request.send(body);
  }

  function read(request, file) {
    const sentences = {
      403: "The page had expired. Load it again and drop this file again.",
      404: "This job is not there any more, or you were taken off it.",
      413: "The server in front refuses files of this size. Ask who runs it to allow more.",
    };
    if (request.responseURL !== form.action) {
      return fault(file.name, "You were signed out. Sign in again and drop this file again.");
    }
    let outcome;
    try {
      outcome = JSON.parse(request.responseText).files[0];
    } catch {
      return fault(file.name, sentences[request.status] ?? "The server gave no clear answer. Look below whether the file is there; if not, drop it again.");
    }
    if (outcome.outcome === "refused") fault(file.name, outcome.sentence);
    else if (outcome.outcome === "duplicate") duplicates += 1;
    else stored += 1;
  }

  function fault(name, sentence) {
    refused += 1;
    if (refused > FAULTS_SHOWN) return;
    const line = document.createElement("li");
    line.className = "error";
    line.textContent = `${name}: ${sentence}`;
    part("-faults").append(line);
  }

  function settle() {
    done += 1;
    tell();
    // The list polls by itself once something waits; drawing it anew for each of 500 files would stall the page.
    if (done === 1 || done === wanted) htmx.trigger(document.body, "refresh");
    if (queue.length) setTimeout(next);
  }

  function tell() {
    const over = done === wanted;
    const parts = [over ? `${stored} sent` : `Sending ${done} of ${wanted}`];
    if (duplicates) parts.push(`${duplicates} already here`);
    if (refused) parts.push(`${refused} not stored`);
    if (!over) parts.push("keep this page open until they are sent");
    part("-words").textContent = `${parts.join(", ")}.`;
    part("-bar").max = wanted;
    part("-bar").value = done;
    part("-bar").className = over ? (refused ? "fault" : "done") : "";
    document.documentElement.classList.toggle("is-sending", !over);
    part("-stop").textContent = over ? "Dismiss" : "Stop";
  }

  part("-stop").addEventListener("click", () => {
    if (done === wanted) return void (part("").hidden = true);
    wanted -= queue.length;
    queue.length = 0;
    for (const request of running) request.abort();
    tell();
  });

  for (const input of form.querySelectorAll("[data-pick]")) {
    input.addEventListener("change", () => {
      add(visible([...input.files]));
      input.value = "";
    });
  }

  window.addEventListener("beforeunload", (event) => {
    if (queue.length || running.size) event.preventDefault();
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
    const plain = [...event.dataTransfer.files];
    add(visible(entries.length ? (await Promise.all(entries.map(filesIn))).flat() : plain));
  });
}

// Folders bring along what their system hides, such as .DS_Store and Thumbs.db: nobody means to upload it.
function visible(files) {
  return files.filter((file) => !/^(\.|thumbs\.db$|desktop\.ini$)/i.test(file.name));
}

async function filesIn(entry) {
  if (entry.isFile) return [await new Promise((give, fail) => entry.file(give, fail))];
  const reader = entry.createReader();
  const inside = [];
  for (;;) {
    const some = await new Promise((give, fail) => reader.readEntries(give, fail));
    if (!some.length) break;
    inside.push(...some);
  }
  return (await Promise.all(inside.map(filesIn))).flat();
}
