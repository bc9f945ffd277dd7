import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { once } from "../../lib/once.ts";
import { keepIndex } from "./cache.ts";
import type { SearchDocument, UnreadDocument } from "./document.ts";
import { readAnswer, SearchIndexError } from "./fault.ts";
import { frequentWords } from "./frequent-words.ts";
import { indexFiles, numberDocuments } from "./index-files.ts";
import { type IndexAnswer, type IndexerTask, type IndexJob, STOP } from "./index-thread.ts";
import { readProgram, writeFiles } from "./output.ts";
import { createVocabulary } from "./vocabulary.ts";
import { hasSpaces, indexWholeTexts } from "./whole-texts.ts";

/** The thread of `startIndexThread`. */
const { folder, language, rawHtml, indexes, timeoutMs }: IndexerTask = workerData;
const stop = new AbortController();
const work = { folder, language, timeoutMs, signal: stop.signal };
const vocabulary = createVocabulary(work);

/** Only for texts that no other thread has rendered. */
const markdown = once(async () => {
  const { createMarkdown } = await import("../../content/markdown/markdown.ts");
  return createMarkdown({ rawHtml });
});

async function read({ text, ...document }: UnreadDocument): Promise<SearchDocument> {
  const { passages } = "passages" in text ? text : (await markdown())(text.markdown);
  return { ...document, passages };
}

async function make({ documents: unread, target, kept, withProgram }: IndexJob): Promise<void> {
  const documents: SearchDocument[] = [];
  for (const document of unread) documents.push(await read(document));
  const texts = hasSpaces(language) ? numberDocuments(documents, vocabulary) : undefined;
  const files = texts ? await indexFiles(texts, vocabulary) : await indexWholeTexts(documents, work);
  if (withProgram) {
    files.push(...readAnswer(() => readProgram(join(folder, "index"), indexes)));
    // Without spaces between them, words are not told apart here.
    const pages = (texts ?? []).map(({ words }) => words);
    const words = frequentWords(pages, vocabulary.words).join("\n");
    files.push({ path: "words.txt", bytes: Buffer.from(words) });
  }
  keepIndex(kept, target, writeFiles(target, files), folder);
}

async function answerTo(job: IndexJob): Promise<IndexAnswer> {
  try {
    await make(job);
    return "made";
  } catch (cause) {
    const fault =
      cause instanceof Error && "syscall" in cause ? SearchIndexError.because(cause.message) : cause;
    const message = fault instanceof Error ? fault.message : String(fault);
    return { message, isForeseen: fault instanceof SearchIndexError, cause };
  }
}

let turn: Promise<void> = Promise.resolve();
parentPort?.on("message", (job: IndexJob | typeof STOP) => {
  if (job === STOP) {
    stop.abort();
    parentPort?.close();
    return;
  }
  // One after the other: they share the vocabulary.
  turn = turn.then(async () => {
    if (!stop.signal.aborted) parentPort?.postMessage(await answerTo(job));
  });
});
