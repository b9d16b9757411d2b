// The account page: words and notes point at each other, notes stand beside their words, and the marks of a long
// account are fetched when the reader comes near. Everything can be read without this file.
"use strict";

const leaves = document.querySelector(".leaves");
if (leaves) {
  const marksOf = (id) => leaves.querySelectorAll(`[data-a~="${CSS.escape(id)}"]`);
  const noteOf = (id) => leaves.querySelector(`[data-note="${CSS.escape(id)}"]`);
  const narrow = window.matchMedia("(max-width: 44rem)");
  let chosen = "";
  let hovered = "";

  function light(id, on) {
    if (!id) return;
    for (const mark of marksOf(id)) mark.classList.toggle("lit", on);
    const note = noteOf(id);
    if (note) note.classList.toggle("lit", on);
  }

  function hover(id) {
    if (id === hovered) return;
    if (hovered !== chosen) light(hovered, false);
    hovered = id;
    light(id, true);
  }

  function choose(id) {
    for (const old of leaves.querySelectorAll(".lit")) old.classList.remove("lit");
    chosen = id;
    leaves.dataset.chosen = id;
    light(id, true);
  }

  // What lies under the pointer: the narrowest clause comes first in data-a.
  function idAt(target) {
    const mark = target.closest("[data-a]");
    if (mark) return mark.dataset.a.split(" ")[0];
    const note = target.closest("[data-note]");
    return note ? note.dataset.note : "";
  }

  leaves.addEventListener("mouseover", (event) => hover(idAt(event.target)));
  leaves.addEventListener("mouseleave", () => hover(""));

  leaves.addEventListener("click", (event) => {
    // Who drags over words picks them, and does not choose what is said in them.
    if (!window.getSelection().isCollapsed) return;
    const mark = event.target.closest("[data-a]");
    if (mark) {
      const ids = mark.dataset.a.split(" ");
      // Clauses that share these words take turns.
      const id = ids[(ids.indexOf(chosen) + 1) % ids.length];
      choose(id);
      const note = noteOf(id);
      if (note) note.scrollIntoView({ block: "nearest" });
      history.replaceState(null, "", `#a-${id}`);
      return;
    }
    const note = event.target.closest("[data-note]");
    if (!note) return;
    const link = event.target.closest("a");
    if (link && !link.classList.contains("to-words")) return;
    event.preventDefault();
    goTo(note.dataset.note);
    history.replaceState(null, "", `#a-${note.dataset.note}`);
  });

  // Brings the exact words to the eye; true when they are on the page.
  function goTo(id) {
    const first = marksOf(id)[0];
    if (!first) return false;
    choose(id);
    const box = first.getBoundingClientRect();
    if (box.top < 60 || box.bottom > window.innerHeight - 60) {
      window.scrollTo({ top: window.scrollY + box.top - window.innerHeight * 0.3 });
    }
    return true;
  }

  function fromAddress() {
    if (!location.hash.startsWith("#a-")) return;
    const id = decodeURIComponent(location.hash.slice(3));
    if (goTo(id)) return;
    // The words stand on a sheet whose marks are not here yet: ask for the page opened at them.
    const asked = new URLSearchParams(location.search).get("at");
    if (asked !== id) location.replace(`${location.pathname}?at=${encodeURIComponent(id)}#a-${encodeURIComponent(id)}`);
  }

  // Each note stands as near to the first of its words as the notes before it allow.
  function align(within) {
    const rows = [...within.querySelectorAll(".row")].filter((row) => row.querySelector(".notes"));
    for (const row of rows) for (const note of row.querySelectorAll(".note")) note.style.marginTop = "";
    if (narrow.matches) return;
    const plans = rows.map((row) => {
      const list = row.querySelector(".notes");
      const top = list.getBoundingClientRect().top;
      let free = 0;
      return [...list.children].map((note) => {
        // Looked for beside the note, not in all of a long account.
        const mark = row.querySelector(`[data-a~="${CSS.escape(note.dataset.note)}"]`);
        const wanted = mark ? mark.getClientRects()[0].top - top - 2 : free;
        const gap = Math.max(0, wanted - free);
        free += gap + note.getBoundingClientRect().height + 8;
        return [note, gap];
      });
    });
    for (const plan of plans) for (const [note, gap] of plan) note.style.marginTop = `${gap}px`;
  }

  async function dress(sheet) {
    const words = leaves.dataset.words ? `?q=${encodeURIComponent(leaves.dataset.words)}` : "";
    const address = `/account/${encodeURIComponent(leaves.dataset.account)}/sheet/${sheet.dataset.sheet}${words}`;
    const answer = await fetch(address, { headers: { Accept: "text/html" } });
    if (!answer.ok) return;
    const made = document.createElement("template");
    made.innerHTML = await answer.text();
    const marked = made.content.querySelector(".sheet");
    // What stands above the eye may change its height: the words being read must not move.
    const before = sheet.getBoundingClientRect();
    sheet.replaceWith(marked);
    align(marked);
    const grown = marked.getBoundingClientRect().height - before.height;
    if (before.bottom <= 0 && !CSS.supports("overflow-anchor: auto")) window.scrollBy(0, grown);
    if (chosen) light(chosen, true);
  }

  // Who flies over a long text must not stutter: marks come where the eye rests, one sheet in a frame.
  const RESTS = 90; // milliseconds
  const resting = new Map(); // sheets near the eye, and what waits to dress them
  const line = [];
  let dressing = false;
  async function dressInTurn() {
    if (dressing) return;
    dressing = true;
    while (line.length) {
      const sheet = line.shift();
      if (!resting.has(sheet)) continue;
      resting.delete(sheet);
      near.unobserve(sheet);
      await dress(sheet);
      await new Promise(requestAnimationFrame);
    }
    dressing = false;
  }

  const near = new IntersectionObserver(
    (seen) => {
      for (const one of seen) {
        clearTimeout(resting.get(one.target));
        resting.delete(one.target);
        if (!one.isIntersecting) continue;
        const wait = setTimeout(() => {
          line.push(one.target);
          dressInTurn();
        }, RESTS);
        resting.set(one.target, wait);
      }
    },
    { rootMargin: "60% 0px" },
  );

  for (const sheet of leaves.querySelectorAll(".sheet.plain")) near.observe(sheet);
  for (const sheet of leaves.querySelectorAll(".sheet.marked")) align(sheet);
  fromAddress();
  window.addEventListener("hashchange", fromAddress);

  // Somebody judged or picked words: the sheets it is about are marked anew, and it is shown.
  leaves.addEventListener("redress", async (event) => {
    const sheets = [...leaves.querySelectorAll(".sheet.marked")];
    const wanted = new Set(event.detail.sheets.map(String));
    await Promise.all(sheets.filter((one) => wanted.has(one.dataset.sheet)).map(dress));
    choose(event.detail.choose);
    history.replaceState(null, "", `#a-${event.detail.choose}`);
  });

  // The words searched, where they stand in the block that was asked for.
  function firstHit() {
    const block = location.hash.startsWith("#p-") ? document.getElementById(location.hash.slice(1)) : null;
    const hit = (block || leaves).querySelector(".hit");
    if (leaves.dataset.words && hit) hit.scrollIntoView({ block: "center" });
  }
  if (!location.hash.startsWith("#a-")) firstHit();

  const jump = document.getElementById("jump");
  if (jump) {
    jump.addEventListener("change", () => {
      if (!goTo(jump.value)) jump.form.requestSubmit();
    });
  }

  // Where the eye is, on the map beside the text.
  const eye = document.getElementById("eye");
  if (eye) {
    const high = eye.ownerSVGElement.viewBox.baseVal.height;
    let asked = false;
    const look = () => {
      asked = false;
      const box = leaves.getBoundingClientRect();
      const from = Math.min(1, Math.max(0, -box.top / box.height));
      const part = Math.min(1 - from, window.innerHeight / box.height);
      eye.setAttribute("y", String(from * high));
      eye.setAttribute("height", String(Math.max(4, part * high)));
    };
    const later = () => {
      if (!asked) requestAnimationFrame(look);
      asked = true;
    };
    window.addEventListener("scroll", later, { passive: true });
    later();
  }

  let waiting = 0;
  window.addEventListener("resize", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      for (const sheet of leaves.querySelectorAll(".sheet.marked")) align(sheet);
    }, 120);
  });
}
