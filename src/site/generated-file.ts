/** A text file of the output that is not a page: a feed, the sitemap, redirects, headers. */
export interface GeneratedFile {
  /** Path from the output folder, with forward slashes. */
  path: string;
  content: string;
}
