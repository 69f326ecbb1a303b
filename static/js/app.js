// What every page needs: live parts that spare the server, messages, menus, the theme, and keys. Pages work without it.
"use strict";

const THEMES = ["system", "light", "dark"];

// A live part carries the tag of what it shows; the server answers 304 while nothing changed.
document.addEventListener("htmx:configRequest", (event) => {
  const { etag } = event.detail.elt.dataset;
  if (etag) event.detail.headers["If-None-Match"] = `"${etag}"`;
});

// A tab that nobody looks at asks for nothing; a part in which a menu is open or a field has the focus is left alone, also
// by an answer that was on its way.
const isBusy = (part) => Boolean(part.querySelector("details:is(.menu, .level-menu)[open], input:focus, textarea:focus, select:focus"));
const isPoll = ({ elt, triggeringEvent }) => elt.matches("[data-etag]") && triggeringEvent?.type !== "refresh";
document.addEventListener("htmx:beforeRequest", (event) => {
  const { requestConfig } = event.detail;
  if (isPoll(requestConfig) && (document.hidden || isBusy(requestConfig.elt))) event.preventDefault();
});
document.addEventListener("htmx:beforeSwap", (event) => {
  const { requestConfig } = event.detail;
  if (requestConfig && isPoll(requestConfig) && isBusy(requestConfig.elt)) event.detail.shouldSwap = false;
});

function showMessage(text, level = "error") {
  const place = document.getElementById("messages");
  const pattern = document.getElementById("message-pattern");
  if (!place || !pattern || place.lastElementChild?.querySelector(".words")?.textContent === text) return;
  const message = pattern.content.firstElementChild.cloneNode(true);
  message.classList.add(level);
  message.querySelector(".words").textContent = text;
  place.append(message);
  expireMessages();
}

function expireMessages() {
  for (const message of document.querySelectorAll(".message:not(.error, .warning, [data-timed])")) {
    message.dataset.timed = "";
    setTimeout(() => message.remove(), 7000);
  }
}

// Signing in again in another tab changes the token; the cookie has the new one.
const token = () => /(?:^|; )csrftoken=([^;]+)/.exec(document.cookie)?.[1];
document.addEventListener("submit", ({ target }) => {
  const field = target.querySelector("input[name=csrfmiddlewaretoken]");
  if (field && token()) field.value = token();
}, true);
document.addEventListener("htmx:configRequest", ({ detail }) => {
  if ("csrfmiddlewaretoken" in detail.parameters && token()) detail.parameters.csrfmiddlewaretoken = token();
});

// What was sent and not answered may have been done all the same: only a refusal is known to have changed nothing.
const isLookedAt = ({ verb }) => verb === "get";
document.addEventListener("htmx:responseError", ({ detail: { elt, xhr, requestConfig } }) => {
  if (elt.matches("[data-etag]") && xhr.status >= 500) return;
  if (xhr.status === 401) {
    showMessage("You were signed out. Nothing was changed, and what you typed is still here. Sign in again in another tab, then go on here.");
  } else if (xhr.status < 500 || isLookedAt(requestConfig)) {
    showMessage(`That did not work (${xhr.status}). Nothing was changed. Load the page again and retry.`);
  } else {
    showMessage(`That did not work (${xhr.status}). Load the page again and look whether it was done before you retry.`);
  }
});
document.addEventListener("htmx:sendError", ({ detail: { elt, requestConfig } }) => {
  if (elt.matches("[data-etag]")) return;
  const known = isLookedAt(requestConfig) ? "Nothing was changed. Check the connection and retry." : "Check the connection, load the page again and look whether it was done before you retry.";
  showMessage(`The server cannot be reached. ${known}`);
});
document.addEventListener("htmx:afterSettle", expireMessages);

function applyTheme(theme) {
  try {
    if (theme === "system") localStorage.removeItem("theme");
    else localStorage.setItem("theme", theme);
  } catch { /* not remembered, still applied */ }
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  showTheme();
}

function showTheme() {
  const theme = document.documentElement.dataset.theme ?? "system";
  for (const button of document.querySelectorAll("[data-theme-set]")) {
    button.setAttribute("aria-pressed", String(button.dataset.themeSet === theme));
  }
}

document.addEventListener("click", (event) => {
  const target = event.target.closest("[data-close], [data-theme-set], [data-dialog], [data-copy]");
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
  if (!target) return;
  if (target.dataset.themeSet && THEMES.includes(target.dataset.themeSet)) applyTheme(target.dataset.themeSet);
  else if ("close" in target.dataset) (target.closest("dialog")?.close ?? target.closest(".message")?.remove)?.call(target.closest("dialog, .message"));
  else if (target.dataset.dialog) {
    event.preventDefault(); // a link leads to the same words on a page of their own, for whoever has no script
    document.getElementById(target.dataset.dialog)?.showModal();
  }
  else if (target.dataset.copy) navigator.clipboard?.writeText(target.dataset.copy).then(() => showMessage("Copied.", "success"));
});

document.addEventListener("change", (event) => {
  if (event.target.matches("[data-submit-on-change]")) event.target.form.requestSubmit();
});

// Two fields for one number, such as a slider and the digits beside it.
document.addEventListener("input", (event) => {
  const twin = document.getElementById(event.target.dataset?.mirror ?? "");
  if (!twin || twin.value === event.target.value) return;
  twin.value = event.target.value;
  twin.dispatchEvent(new Event("input", { bubbles: true }));
});

// A field that grows with its text holds one paragraph.
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches("textarea.grow")) event.preventDefault();
});

// Keys: Escape closes a menu; an element with data-key is clicked (or focused) by its key, unless somebody is typing.
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    const menu = document.querySelector("details.menu[open]");
    if (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, dialog[open]")) return;
  const target = document.querySelector(`[data-key="${CSS.escape(event.key)}"]:not(:disabled)`);
  if (!target) return;
  event.preventDefault();
  if (target.matches("input, textarea, select")) target.focus();
  else target.click();
});

expireMessages();
showTheme();
