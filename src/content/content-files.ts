import { join } from "node:path";
import { START } from "../lib/position.ts";
import { error, type Fault, type Problem, warning } from "./problem.ts";
import { type FolderFile, isPassedOver, listFiles } from "./read-folder.ts";
import { copiedFileFault, defaultUrl } from "./site-path.ts";

/** The files of a content folder, by what becomes of them. */
export interface ContentFiles {
  /** Articles and pages. */
  markdown: FolderFile[];
  /** Templates that Eleventy renders itself (Nunjucks, HTML ...). */
  templates: FolderFile[];
  /** Data for those templates. */
  data: FolderFile[];
  /** Files that are copied as they are: pictures, downloads, CNAME ... */
  assets: FolderFile[];
  /** Addresses that files with faults would have given to the site. */
  meant: string[];
  problems: Problem[];
}

/** Eleventy's data for a file, `x.11tydata.json`, or for all. Only its own templates read it. */
const DATA = /\.11tydata\.json$|^content\.json$|^_data\/.+\.json$/;
/** The same for a folder, such as `blog/blog.json`. */
const FOLDER_DATA = /(?:^|\/)([^/]+)\/\1\.json$/;
/** What Eleventy would run, as a template or for its data. */
const CODE = /\.11ty(?:data)?\.(?:[cm]?js|ts)$|^_data\/.+\.[cm]?js$/;

/** Lists the files of a root's content folder. */
export function contentFiles(root: string): ContentFiles {
  const { files, problems } = listFiles(join(root, "content"), "content");
  const content: ContentFiles = {
    markdown: [],
    templates: [],
    data: [],
    assets: [],
    meant: [],
    problems: [...problems, ...hiddenDataProblems(root)],
  };
  for (const file of files) {
    if (file.path.endsWith(".md")) content.markdown.push(file);
    else if (isMisnamed(file.path)) {
      content.problems.push(fileProblem(file.path, nameFault(file.path)));
      content.meant.push(defaultUrl(file.path));
    } else if (CODE.test(file.path)) {
      content.problems.push(fileProblem(file.path, codeFault(file.path)));
      content.meant.push(defaultUrl(file.path.replace(/\.11ty(?=\.\w+$)/, "")));
    } else if (isTemplate(file.path)) content.templates.push(file);
    else if (!isData(file.path, files)) {
      content.assets.push(file);
      content.problems.push(...copiedNameProblems(file.path));
    } else {
      content.data.push(file);
      content.problems.push(...dataProblems(file.path, files));
    }
  }
  return content;
}

/** Whether Eleventy renders a file of that name. */
export function isTemplate(path: string): boolean {
  return /\.(?:njk|html|liquid)$/.test(path);
}

/** Whether a file is data for templates, rather than a file to be published: a folder of its own name may have none. */
function isData(path: string, files: readonly FolderFile[]): boolean {
  if (DATA.test(path)) return true;
  const isForText = (file: FolderFile) => file.path.endsWith(".md") || isTemplate(file.path);
  return FOLDER_DATA.test(path) && filesBeside(path, files).some(isForText);
}

/** The files of a file's folder, and of the folders in it. */
function filesBeside(path: string, files: readonly FolderFile[]): FolderFile[] {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  return files.filter((file) => file.path.startsWith(folder));
}

const RENDERED = /\.(?:md|njk|html|liquid|11ty\.\w+)$/;

/** What would be published as it is, front matter and drafts included, or be rendered by Eleventy without a check. */
function isMisnamed(path: string): boolean {
  const isOther = /\.(?:markdown|mdown|mkdn?|mdx)$/i.test(path) && !path.startsWith("assets/");
  return isOther || (RENDERED.test(path.toLowerCase()) && !RENDERED.test(path));
}

/** What is wrong with a file of the content folder as a whole. */
function fileProblem(path: string, fault: Fault): Problem {
  return { file: `content/${path}`, ...START, ...fault };
}

function nameFault(path: string): Fault {
  const extension = /\.(?:11ty\.)?\w+$/i.exec(path)?.[0] ?? "";
  const known = /^\.m/i.test(extension) ? ".md" : extension.toLowerCase();
  return error("file-name", `a file in ${extension} is not read`, `Let its name end in ${known}.`);
}

function copiedNameProblems(path: string): Problem[] {
  const fault = copiedFileFault(path);
  const hint = "Rename the file: a host or a reader who unpacks the site there would not have it.";
  return fault === undefined ? [] : [fileProblem(path, warning("file-name", `the path ${fault}`, hint))];
}

/** Eleventy reads data of every name, also of those that are no part of the site. Of a folder of them, this tells once. */
function hiddenDataProblems(root: string): Problem[] {
  const label = "content/_data";
  const { files, problems } = listFiles(join(root, label), label, true);
  const message = "data whose name begins with a dot, or that is in node_modules, is not checked";
  const fault = error("file-name", message, "Rename it, or delete it.");
  const data = files.filter(({ path }) => /\.(?:json|[cm]?js)$/i.test(path));
  const found = [...problems, ...data.map(({ path }) => fileProblem(`_data/${path}`, fault))];
  const hidden = found.flatMap((problem) => {
    const names = problem.file.split("/");
    const at = names.findIndex(isPassedOver);
    if (at === -1) return [];
    return at === names.length - 1
      ? problem
      : { ...problem, ...fault, file: names.slice(0, at + 1).join("/") };
  });
  return [...new Map(hidden.map((problem) => [problem.file, problem])).values()];
}

function codeFault(path: string): Fault {
  const isTemplate = /\.11ty\.\w+$/.test(path);
  const message = "JavaScript in the content folder is not run";
  const hint = isTemplate
    ? "Write the template as Nunjucks, Liquid or HTML."
    : "Write the data as JSON: what the site shares into its _data folder.";
  return error("content-code", message, hint);
}

function dataProblems(path: string, files: readonly FolderFile[]): Problem[] {
  if (!filesBeside(path, files).some((file) => file.path.endsWith(".md"))) return [];
  const message = "Eleventy's data files are not read for Markdown";
  const hint = "Write these fields into the front matter of each file that needs them.";
  return [fileProblem(path, warning("directory-data", message, hint))];
}
