/** The folders of a root that a site is made from. */
export const INPUT_FOLDERS = ["content", "templates", "_data", "_includes"];

/** What Eleventy reads of a root besides: `pkg` in every template, and what it leaves out. */
export const INPUT_FILES = ["package.json", ".eleventyignore", "content/.eleventyignore"];

/** Of these all files count, those that are passed over elsewhere too: a layout may include them, and Eleventy reads such data. */
export const WHOLE_FOLDERS: readonly string[] = ["_includes", "content/_data"];
