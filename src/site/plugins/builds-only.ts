/** Told by Eleventy without the stack. */
class ModeError extends Error {
  readonly skipOriginalStack = true;
}

/**
 * Lets Eleventy build, but not serve or watch: the site is read once in a process, and edits would never be shown.
 * @throws Error that says what to do instead
 */
export function buildsOnly(): void {
  // Set before the configuration is asked for.
  const mode = process.env.ELEVENTY_RUN_MODE;
  if (mode === "serve" || mode === "watch")
    throw new ModeError(
      `--${mode} would not show what you edit. Use "npm start", which builds when a file changes.`,
    );
}
