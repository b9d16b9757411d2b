// The review page: one key for each decision, the next question at once. Everything works without this file, by forms.
"use strict";

const desk = () => document.getElementById("desk");
if (desk()) {
  const keys = document.getElementById("keys");
  const saved = document.getElementById("saved");
  const helpButton = document.querySelector(".help-button");
  helpButton.hidden = false;
  let busy = false;

  async function show(address, options, push) {
    const answer = await fetch(address, { ...options, headers: { "X-Part": "desk", Accept: "text/html" } });
    const made = document.createElement("template");
    made.innerHTML = await answer.text();
    const next = made.content.querySelector("#desk");
    if (!next) {
      // Not a desk but a sentence that says what is wrong: shown as it is.
      const said = made.content.querySelector("main");
      saved.textContent = said ? said.textContent.trim() : "The program does not answer: is it still running?";
      saved.classList.add("trouble");
      return false;
    }
    desk().replaceWith(next);
    saved.classList.remove("trouble");
    if (push && answer.ok) {
      const at = next.querySelector('.queue [aria-current="true"]');
      if (at) history.replaceState(null, "", at.getAttribute("href"));
    }
    const first = next.querySelector(".trouble") || next.querySelector(".question");
    if (first) first.focus({ preventScroll: true });
    return answer.ok;
  }

  async function post(form, button) {
    if (busy) return;
    const name = form.querySelector('input[name="who"]:not([type="hidden"])');
    if (name && !name.value.trim()) {
      name.focus();
      name.reportValidity();
      return;
    }
    const data = new URLSearchParams(new FormData(form));
    if (button) data.set(button.name, button.value);
    const address = (button && button.getAttribute("formaction")) || form.getAttribute("action");
    busy = true;
    const started = performance.now();
    try {
      const done = await show(address, { method: "POST", body: data }, true);
      if (done) {
        const took = Math.round(performance.now() - started);
        document.documentElement.dataset.took = String(took);
        const words = { accept: "accepted", correct: "corrected", reject: "rejected", same: "the same", different: "different", undo: "taken back" };
        saved.textContent = `Kept: ${(button && words[button.value]) || "your decision"}.`;
      }
    } catch {
      saved.textContent = "Not kept: the program does not answer. Start it again, reload this page, decide again.";
      saved.classList.add("trouble");
    } finally {
      busy = false;
    }
  }

  document.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-desk]")) return;
    event.preventDefault();
    post(event.target, event.submitter);
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest('#desk a[data-key], #desk .queue a');
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      if (link.dataset.key === "e") correct();
      else show(link.getAttribute("href"), {}, true);
    } else if (event.target.closest(".help-button")) keys.showModal();
  });

  function correct() {
    const form = document.getElementById("correct");
    if (!form) return;
    form.open = true;
    const field = form.querySelector('input[name="when"]');
    field.focus();
    field.select();
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.matches("input, textarea, select");
    if (event.key === "Escape" && typing) event.target.blur();
    if (typing || keys.open) return;
    if (event.key === "?") keys.showModal();
    else if (event.key === "/") location.assign("/search");
    else if (event.key === "n") document.getElementById("note")?.focus();
    else {
      const target = desk().querySelector(`[data-key="${CSS.escape(event.key)}"]`);
      if (!target) return;
      if (target.tagName === "BUTTON") post(target.form, target);
      else target.click();
    }
    event.preventDefault();
  });
}
