/**
 * How long a test waits for what is sure to come, in milliseconds: longer than a machine needs that is busy with much else.
 * Who waits in vain learns it late, and nobody else waits that long.
 */
export const PATIENCE_MS = 120_000;
