/** Part of ECMAScript's Intl Locale Info, which TypeScript does not know yet. */
declare namespace Intl {
  interface Locale {
    getTextInfo(): { direction: "ltr" | "rtl" };
  }
}
