import { type Transferable, Worker } from "node:worker_threads";

/**
 * Starts a module as a thread. Options of the process, such as --eval, may not suit a thread, and are not handed on.
 * @param task what the module gets as `workerData`
 * @param transferred parts of the task that move to the thread
 */
export function startThread(module: URL, task: unknown, transferred: Transferable[] = []): Worker {
  return new Worker(module, { workerData: task, transferList: transferred, execArgv: [] });
}
