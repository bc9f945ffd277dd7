/** The folders of a root that a site is made from. */
export const INPUT_FOLDERS = ["content", "templates", "_data", "_includes"];

/** What Eleventy reads of a root besides: `pkg` in every template, and what it leaves out. */
export const INPUT_FILES = ["package.json", ".eleventyignore", "content/.eleventyignore"];
