import { resolve } from "node:path";

/** The engine's own folder, which holds the layouts, data and client code that a root may leave out. */
export const ENGINE_ROOT = resolve(import.meta.dirname, "../..");

/** Of the engine's own site, what it lends to a root that has none: the picture for sharing and the icon. */
export const LENT_ASSETS = ["assets/card.png", "assets/favicon.svg"];
