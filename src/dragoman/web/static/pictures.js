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
let drawnAt = location.search;
async function redraw(address, selector, how) {
  const turn = ++asked;
  const answer = await fetch(address);
  const old = document.querySelector(selector);
  if (turn !== asked || !answer.ok || !old) return false;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector(selector);
  // What somebody holds is not taken out of the hand: a drawing that comes in the middle of a drag waits for its end.
  while (grip) await new Promise((resolve) => setTimeout(resolve, 20));
  if (turn !== asked || !fresh || !old.isConnected) return false;
  const focused = old.contains(document.activeElement) && document.activeElement.matches(".wide");
  old.replaceWith(document.adoptNode(fresh));
  if (focused) fresh.querySelector(".wide").focus({ preventScroll: true });
  history[how === "push" ? "pushState" : "replaceState"]({}, "", address);
  drawnAt = location.search;
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
window.addEventListener("popstate", () => {
  if (location.search !== drawnAt) location.reload();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && location.hash.startsWith("#q-")) location.hash = "drawing";
});

// ---- The timeline: the wheel with ctrl, dragging, and the keys + - and the arrows ---------------------------------------

let grip = null; // what is being dragged
const DAY_ZERO = 719163; // 1 January 1970, counted from 1 January of the year 1
function isoOf(number) {
  const date = new Date((number - DAY_ZERO) * 86400000);
  const year = date.getUTCFullYear();
  const sign = year < 0 ? "-" : "";
  const two = (one) => String(one).padStart(2, "0");
  return `${sign}${String(Math.abs(year)).padStart(4, "0")}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
}

function viewOf(figure) {
  return { first: Number(figure.dataset.first), last: Number(figure.dataset.last) };
}

// At once the drawing is stretched as it is; then the server lays it out anew, with the labels that have room.
let pending = 0;
function look(figure, first, last) {
  const svg = figure.querySelector("svg");
  const drawn = svg.drawn || viewOf(figure);
  svg.drawn = drawn;
  const width = svg.viewBox.baseVal.width;
  const scale = (drawn.last - drawn.first + 1) / (last - first + 1);
  const shift = ((drawn.first - first) / (last - first + 1)) * width;
  for (const part of svg.querySelectorAll(".moves")) part.setAttribute("transform", `translate(${shift} 0) scale(${scale} 1)`);
  figure.dataset.first = first;
  figure.dataset.last = last;
  const asks = new URLSearchParams(location.search);
  asks.set("from", isoOf(Math.round(first)));
  asks.set("to", isoOf(Math.round(last)));
  clearTimeout(pending);
  pending = setTimeout(() => redraw(`${location.pathname}?${asks}`, "#drawing"), 110);
}

function zoomBy(figure, factor, share) {
  const { first, last } = viewOf(figure);
  const days = last - first + 1;
  const wanted = Math.min(Math.max(days * factor, 1), 4000000);
  const start = first + (days - wanted) * share;
  look(figure, start, start + wanted - 1);
}

function shiftBy(figure, days) {
  const { first, last } = viewOf(figure);
  look(figure, first + days, last + days);
}

const figureOf = (target) => target.closest && target.closest(".wide[data-first]");
const shareOf = (figure, event) => {
  const box = figure.querySelector("svg").getBoundingClientRect();
  return Math.min(Math.max((event.clientX - box.left) / box.width, 0), 1);
};

document.addEventListener(
  "wheel",
  (event) => {
    const figure = figureOf(event.target);
    if (!figure || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    zoomBy(figure, Math.exp(Math.max(-60, Math.min(60, event.deltaY)) / 120), shareOf(figure, event));
  },
  { passive: false },
);

document.addEventListener("pointerdown", (event) => {
  const figure = figureOf(event.target);
  if (!figure || event.button !== 0) return;
  grip = { figure, x: event.clientX, view: viewOf(figure), moved: false };
});
document.addEventListener("pointermove", (event) => {
  if (!grip || !grip.view || !grip.figure.isConnected) return;
  const box = grip.figure.querySelector("svg").getBoundingClientRect();
  const pixels = event.clientX - grip.x;
  if (Math.abs(pixels) > 4) grip.moved = true;
  if (!grip.moved) return;
  grip.figure.classList.add("dragging");
  const days = (-pixels / box.width) * (grip.view.last - grip.view.first + 1);
  look(grip.figure, grip.view.first + days, grip.view.last + days);
});
function letGo() {
  const held = grip;
  if (!held) return;
  held.figure.classList.remove("dragging");
  // The click that ends a drag still has to see it; what is taken hold of meanwhile stays in the hand.
  setTimeout(() => {
    if (grip === held) grip = null;
  }, 0);
}
for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, letGo);
// The button may have come up outside the window, where nobody told us.
document.addEventListener("pointermove", (event) => event.buttons === 0 && letGo());
document.addEventListener("dragstart", (event) => {
  if (figureOf(event.target)) event.preventDefault();
});
// What was dragged was not clicked.
document.addEventListener("click", (event) => grip && grip.moved && event.preventDefault(), true);
document.addEventListener("dblclick", (event) => {
  const figure = figureOf(event.target);
  if (figure && !event.target.closest("a")) zoomBy(figure, 0.5, shareOf(figure, event));
});
document.addEventListener("keydown", (event) => {
  const figure = figureOf(event.target);
  if (!figure || event.target !== figure || event.ctrlKey || event.metaKey || event.altKey) return;
  const { first, last } = viewOf(figure);
  const quarter = Math.max(1, (last - first + 1) / 4);
  if (event.key === "+" || event.key === "=") zoomBy(figure, 0.5, 0.5);
  else if (event.key === "-") zoomBy(figure, 2, 0.5);
  else if (event.key === "ArrowLeft") shiftBy(figure, -quarter);
  else if (event.key === "ArrowRight") shiftBy(figure, quarter);
  else return;
  event.preventDefault();
});

// ---- The map: the same, along and across -------------------------------------------------------------------------------

const WIDTH_OF_MAP = 1130;
function spotOf(figure) {
  return { lat: Number(figure.dataset.lat), lon: Number(figure.dataset.lon), span: Number(figure.dataset.span) };
}

function lookAt(figure, lat, lon, span) {
  const svg = figure.querySelector("svg");
  const drawn = svg.drawn || { ...spotOf(figure), upright: Number(figure.dataset.upright) };
  svg.drawn = drawn;
  const zoom = drawn.span / span;
  const x = ((drawn.lon - lon) * WIDTH_OF_MAP) / drawn.span;
  const y = (lat - drawn.lat) * drawn.upright;
  svg
    .querySelector(".moves-map")
    .setAttribute("transform", `translate(565 320) scale(${zoom}) translate(${x - 565} ${y - 320})`);
  Object.assign(figure.dataset, { lat, lon, span });
  const asks = new URLSearchParams(location.search);
  asks.set("at", `${lat.toFixed(3)},${lon.toFixed(3)}`);
  asks.set("span", span.toFixed(3));
  clearTimeout(pending);
  pending = setTimeout(() => redraw(`${location.pathname}?${asks}`, "#drawing"), 140);
}

const within = (value, least, most) => Math.min(Math.max(value, least), most);
function moveMap(figure, across, along, zoom) {
  const { lat, lon, span } = spotOf(figure);
  const wide = within(span * zoom, 0.6, 360);
  const tall = ((span * 640) / WIDTH_OF_MAP) * Math.cos((Math.min(Math.abs(lat), 75) * Math.PI) / 180);
  lookAt(figure, within(lat + along * tall, -85, 85), within(lon + across * span, -180, 180), wide);
}

const mapOf = (target) => target.closest && target.closest(".wide[data-lat]");
document.addEventListener(
  "wheel",
  (event) => {
    const figure = mapOf(event.target);
    if (!figure || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    moveMap(figure, 0, 0, Math.exp(within(event.deltaY, -60, 60) / 120));
  },
  { passive: false },
);
document.addEventListener("pointerdown", (event) => {
  const figure = mapOf(event.target);
  if (figure && event.button === 0) grip = { figure, x: event.clientX, y: event.clientY, spot: spotOf(figure), moved: false };
});
document.addEventListener("pointermove", (event) => {
  if (!grip || !grip.spot || !grip.figure.isConnected) return;
  const box = grip.figure.querySelector("svg").getBoundingClientRect();
  const [across, along] = [(grip.x - event.clientX) / box.width, (event.clientY - grip.y) / box.height];
  if (Math.abs(across) + Math.abs(along) > 0.005) grip.moved = true;
  if (!grip.moved) return;
  grip.figure.classList.add("dragging");
  Object.assign(grip.figure.dataset, grip.spot);
  moveMap(grip.figure, across, along, 1);
});
document.addEventListener("dragstart", (event) => {
  if (mapOf(event.target)) event.preventDefault();
});
const WAYS = { ArrowLeft: [-0.25, 0], ArrowRight: [0.25, 0], ArrowUp: [0, 0.25], ArrowDown: [0, -0.25] };
document.addEventListener("keydown", (event) => {
  const figure = mapOf(event.target);
  if (!figure || event.target !== figure || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "+" || event.key === "=") moveMap(figure, 0, 0, 0.5);
  else if (event.key === "-") moveMap(figure, 0, 0, 2);
  else if (WAYS[event.key]) moveMap(figure, ...WAYS[event.key], 1);
  else return;
  event.preventDefault();
});
