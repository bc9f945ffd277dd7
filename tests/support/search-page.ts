import type { Locator, Page } from "playwright-core";

/** The field of the search, which is there before the search is. */
export const field = (page: Page): Locator =>
  page.getByRole("searchbox", { name: "Search articles and guides" });

export const dialog = (page: Page): Locator => page.getByRole("dialog", { name: "Search" });

export const hasFocus = (page: Page): Promise<boolean> =>
  field(page).evaluate((element) => element === document.activeElement);

/** Waits until the results are those of a query. */
export async function answered(page: Page, query: string): Promise<void> {
  await page
    .getByRole("status")
    .filter({ hasText: `“${query}”` })
    .waitFor();
}
