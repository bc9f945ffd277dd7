/** An error, what caused it, what caused that, and so on; Eleventy keeps the cause as `originalError`. */
export function causes(error: unknown): Error[] {
  const chain: Error[] = [];
  for (let at = error; at instanceof Error; at = "originalError" in at ? at.originalError : at.cause)
    chain.push(at);
  return chain;
}
