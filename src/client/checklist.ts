import { printSheet } from "./checklist-sheet.ts";
import { type Item, itemKeys, progressText, readState, toMarkdown, writeState } from "./checklist-text.ts";
import { keep, onKeptElsewhere, recall } from "./storage.ts";

interface Box {
  input: HTMLInputElement;
  key: string;
  heading: string;
  text: string;
}

/** What a list stands under: a heading, or a line set in bold directly above it. */
const HEADINGS = ".prose :is(h2, h3, h4, h5, h6, p:has(+ .tasks) > strong:only-child)";

/** How long a message stands in the place of the progress. */
const MESSAGE_MS = 3000;

/** The checklists of a page: ticks that last on the reader's device, progress, reset and its undo, copy and print. */
export function checklists(): void {
  const boxes = findBoxes();
  if (boxes.length === 0) return;
  const store = `checklist:${location.pathname}`;
  const bar = document.querySelector<HTMLElement>("[data-checklist]");
  const refresh = bar ? controls(bar, boxes, save) : () => {};

  function show(): void {
    const kept = readState(recall(store));
    for (const { input, key } of boxes) input.checked = kept.get(key) ?? input.defaultChecked;
    refresh();
  }
  /** Keeps some boxes. The others are left as they were kept: the same page in another tab may have ticked them since. */
  function save(changed: readonly Box[]): void {
    const kept = readState(recall(store));
    for (const { input, key } of changed) {
      if (input.checked === input.defaultChecked) kept.delete(key);
      else kept.set(key, input.checked);
    }
    keep(store, kept.size > 0 ? writeState(kept) : undefined);
    refresh();
  }
  for (const box of boxes) box.input.addEventListener("change", () => save([box]));
  onKeptElsewhere(store, show);
  show();
}

function findBoxes(): Box[] {
  const inputs = [...document.querySelectorAll<HTMLInputElement>('.task input[type="checkbox"]')];
  const texts = inputs.map((input) =>
    (input.closest("label")?.textContent ?? "").replace(/\s+/g, " ").trim(),
  );
  const keys = itemKeys(texts);
  const headings = [...document.querySelectorAll(HEADINGS)];
  return inputs.map((input, index) => ({
    input,
    key: keys[index] ?? "",
    text: texts[index] ?? "",
    heading:
      headings
        .findLast((heading) => heading.compareDocumentPosition(input) & Node.DOCUMENT_POSITION_FOLLOWING)
        ?.textContent?.trim() ?? "",
  }));
}

/** Wires the bar's buttons. Returns what shows the progress. */
function controls(bar: HTMLElement, boxes: Box[], save: (changed: readonly Box[]) => void): () => void {
  const status = bar.querySelector<HTMLElement>("[data-checklist-progress]");
  const progress = bar.querySelector("progress");
  const reset = bar.querySelector<HTMLElement>("[data-checklist-reset]");
  const undo = bar.querySelector<HTMLElement>("[data-checklist-undo]");
  /** What the last reset changed. */
  let taken: readonly Box[] = [];
  const items = (): Item[] =>
    boxes.map(({ input, heading, text }) => ({ heading, text, done: input.checked }));
  const title = document.querySelector("h1")?.textContent?.trim() ?? document.title;

  onClick(bar, "[data-checklist-copy]", async () => {
    const text = toMarkdown(title, location.href.replace(location.hash, ""), items());
    try {
      await navigator.clipboard.writeText(text);
      say("Copied");
    } catch {
      say("Copying is blocked");
    }
    setTimeout(showProgress, MESSAGE_MS);
  });
  onClick(bar, "[data-checklist-print]", () => printSheet(title, items()));
  onClick(bar, "[data-checklist-reset]", () => {
    const ticked = boxes.filter(({ input }) => input.checked !== input.defaultChecked);
    set(ticked, (input) => input.defaultChecked);
    offerUndo(ticked);
    if (ticked.length > 0) undo?.focus();
  });
  onClick(bar, "[data-checklist-undo]", () => set(taken, (input) => !input.defaultChecked));
  dock(bar);

  function set(changed: readonly Box[], to: (input: HTMLInputElement) => boolean): void {
    for (const { input } of changed) input.checked = to(input);
    save(changed);
  }
  /** Lets the reader take back a reset, in the place of its button, until the list changes again. */
  function offerUndo(changed: readonly Box[]): void {
    const hadFocus = document.activeElement === undo;
    taken = changed;
    if (undo) undo.hidden = changed.length === 0;
    if (reset) reset.hidden = changed.length > 0;
    if (hadFocus && undo?.hidden) reset?.focus();
  }
  function say(text: string): void {
    if (status) status.textContent = text;
  }
  function showProgress(): void {
    say(progressText(items()));
    if (!progress) return;
    progress.max = boxes.length;
    progress.value = boxes.filter(({ input }) => input.checked).length;
  }
  return () => {
    showProgress();
    offerUndo([]);
  };
}

function onClick(bar: HTMLElement, selector: string, act: () => void): void {
  bar.querySelector(selector)?.addEventListener("click", act);
}

/** Docks the bar to the foot of the screen while a checklist is on it; else the bar rests below the text. */
function dock(bar: HTMLElement): void {
  const onScreen = new Set<Element>();
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) onScreen.add(target);
      else onScreen.delete(target);
    }
    bar.classList.toggle("docked", onScreen.size > 0);
  });
  for (const list of document.querySelectorAll(".tasks")) observer.observe(list);
}
