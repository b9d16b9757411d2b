// Picking words in an account: what is selected goes into a slot of the chosen assertion, or becomes a new one. Without
// this file the same is done by the forms of an assertion and of "add an assertion".
"use strict";

const pick = document.getElementById("pick");
const text = document.querySelector(".leaves");
if (pick && text) {
  const into = document.getElementById("pick-into");
  const slot = document.getElementById("pick-slot");
  const trouble = pick.querySelector(".trouble");
  const kept = document.getElementById("kept");
  let held = null;

  // A place in the account: where its block begins, and how many characters of the block lie before it. The program
  // counts characters, a browser counts half of some of them.
  function placeOf(node, offset) {
    const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
    const block = element && element.closest(".row .text > *");
    if (!block) return null;
    const range = document.createRange();
    range.setStart(block, 0);
    range.setEnd(node, offset);
    return Number(block.closest(".row").id.slice(2)) + Array.from(range.toString()).length;
  }

  function picked() {
    const selection = window.getSelection();
    if (selection.isCollapsed || !selection.rangeCount) return null;
    const range = selection.getRangeAt(0);
    const start = placeOf(range.startContainer, range.startOffset);
    const end = placeOf(range.endContainer, range.endOffset);
    const words = range.toString();
    if (start === null || end === null || end <= start || !words.trim() || words.length > 4000) return null;
    const sheets = [range.startContainer, range.endContainer].map((one) => one.parentElement.closest(".sheet"));
    const bottom = range.getBoundingClientRect().bottom;
    return { start, end, words, bottom, sheets: sheets.filter(Boolean).map((one) => one.dataset.sheet) };
  }

  function chosenNote() {
    const id = text.dataset.chosen || "";
    return id ? text.querySelector(`[data-note="${CSS.escape(id)}"]`) : null;
  }

  function open() {
    const found = picked();
    if (!found) return;
    held = found;
    pick.elements.start.value = found.start;
    pick.elements.end.value = found.end;
    pick.elements.words.value = found.words;
    document.getElementById("picked-words").textContent = found.words.replace(/\s+/g, " ").trim();
    const note = chosenNote();
    slot.hidden = !note;
    if (note) into.textContent = note.querySelector(".to-words").dataset.line;
    trouble.hidden = true;
    // Where it does not lie over the words.
    pick.classList.toggle("above", found.bottom > window.innerHeight * 0.6);
    pick.hidden = false;
  }

  function close() {
    pick.hidden = true;
    held = null;
  }

  document.addEventListener("mouseup", (event) => {
    if (!pick.contains(event.target)) setTimeout(open, 0);
  });
  document.addEventListener("keyup", (event) => {
    if (event.key === "Escape") close();
    else if (event.shiftKey && !pick.contains(event.target)) open();
  });
  pick.querySelector(".pick-close").addEventListener("click", close);

  pick.addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = event.submitter || pick.querySelector(slot.hidden ? '[value="add"]' : '[value="correct"]');
    const data = new URLSearchParams(new FormData(pick));
    const note = chosenNote();
    let address = `/account/${encodeURIComponent(text.dataset.account)}/add`;
    const sheets = [...held.sheets];
    if (button.value === "correct" && note) {
      address = `/assertion/${encodeURIComponent(note.dataset.note)}/judge`;
      data.set("ruling", "correct");
      sheets.push(note.closest(".sheet").dataset.sheet);
    }
    const started = performance.now();
    let answer;
    try {
      answer = await fetch(address, { method: "POST", body: data, headers: { "X-Part": "kept" } });
    } catch {
      complain("Not kept: the program does not answer. Start it again and reload this page.");
      return;
    }
    if (answer.status !== 204) {
      const made = document.createElement("template");
      made.innerHTML = await answer.text();
      const said = made.content.querySelector(".trouble") || made.content.querySelector("main");
      complain(said ? said.textContent.trim() : "It was not kept.");
      return;
    }
    kept.textContent = button.value === "correct" ? "Kept: corrected." : "Kept: added. Now pick who and what takes part.";
    document.documentElement.dataset.took = String(Math.round(performance.now() - started));
    close();
    window.getSelection().removeAllRanges();
    text.dispatchEvent(new CustomEvent("redress", { detail: { sheets, choose: answer.headers.get("X-At") } }));
  });

  function complain(sentence) {
    trouble.textContent = sentence;
    trouble.hidden = false;
  }
}
