// The pictures answer to sliding, dragging and the wheel by asking for the page at another address and showing its
// drawing in place of the old one. Without this file the same addresses are reached by links and forms.
"use strict";

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

// A day number, 1 for 1 January of the year 1, in words that the server reads.
function dayInWords(number) {
  const date = new Date(Date.UTC(2000, 0, 1) + (number - 730120) * 86400000);
  const year = date.getUTCFullYear();
  return year > 0 ? `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${String(year).padStart(4, "0")}` : "";
}

let asked = 0;
async function redraw(address, selector, how) {
  const turn = ++asked;
  const answer = await fetch(address);
  const old = document.querySelector(selector);
  if (turn !== asked || !answer.ok || !old) return false;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector(selector);
  if (turn !== asked || !fresh) return false;
  old.replaceWith(document.adoptNode(fresh));
  history[how === "push" ? "pushState" : "replaceState"]({}, "", address);
  document.dispatchEvent(new CustomEvent("redrawn"));
  return true;
}

for (const form of document.querySelectorAll("form[data-redraws]")) {
  const slider = form.querySelector("[data-day-for]");
  const field = slider && form.querySelector(`#${slider.dataset.dayFor}`);
  const addressOf = () => {
    const asks = new URLSearchParams(new FormData(form));
    for (const [name, value] of [...asks]) if (value === "") asks.delete(name);
    return `${form.getAttribute("action")}${asks.size ? `?${asks}` : ""}`;
  };
  if (slider) {
    slider.hidden = false;
    let waiting = 0;
    slider.addEventListener("input", () => {
      field.value = dayInWords(Number(slider.value));
      clearTimeout(waiting);
      waiting = setTimeout(() => redraw(addressOf(), form.dataset.redraws), 60);
    });
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    redraw(addressOf(), form.dataset.redraws, "push").then((done) => {
      if (!done) form.submit();
    });
  });
  for (const select of form.querySelectorAll("select")) select.addEventListener("change", () => form.requestSubmit());
}
window.addEventListener("popstate", (event) => {
  if (event.state && !location.hash) location.reload();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && location.hash.startsWith("#q-")) location.hash = "drawing";
});
