/** Nobody reads any more, as after `| head`. */
const UNREAD = ["EPIPE", "ECONNRESET", "EBADF", "ERR_STREAM_DESTROYED"];

/**
 * Lets this process go on when nobody reads its messages: they are lost, what it writes to files is not. When they cannot be
 * written for another reason, such as a full disk, it goes on, too, and says so, and ends with 2.
 */
export function surviveClosedOutput(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (UNREAD.includes(error.code ?? "")) return;
      process.once("exit", () => {
        process.exitCode = 2;
      });
      if (stream === process.stdout)
        process.stderr.write(`What it printed could not be written: ${error.message}\n`);
    });
  }
}
