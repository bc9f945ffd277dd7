/** What random tests begin from: the same in every run, so that a fault that is new is told of where it was made. */
export const SEED = Number(process.env.ROLEWISE_SEED ?? 20261121);
