/** Lets this process go on when nobody reads its messages (`| head`): they are lost, what it writes to files is not. */
export function surviveClosedOutput(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
}
