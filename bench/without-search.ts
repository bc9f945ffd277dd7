import { registerHooks } from "node:module";

/**
 * Loaded before the build command, this takes the indexing out of the build and leaves all else as it is: what remains can
 * be held against a generator that has no search.
 */
const nothing = new URL("./no-search-index.ts", import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier.endsWith("/search-index.ts") ? { url: nothing, shortCircuit: true } : next(specifier, context),
});
