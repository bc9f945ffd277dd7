import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";

/** What is looked at of a request. */
type Asked = Pick<IncomingMessage, "method" | "headers">;

export interface Refusal {
  status: number;
  headers: Record<string, string>;
  text: string;
}

const OTHER_NAME: Refusal = {
  status: 403,
  headers: {},
  text: "This preview has another name: ask for localhost or an IP address, or start it with --host and this name.\n",
};
const OTHER_METHOD: Refusal = {
  status: 405,
  headers: { Allow: "GET, HEAD" },
  text: "Only GET and HEAD are answered here.\n",
};

/**
 * Why a request is not answered, if so. A page of another site can have its own name lead to this machine, to read drafts:
 * its requests then bear that name.
 * @param ownName the name that the author has given to the server
 */
export function refusalOf(request: Asked, ownName: string): Refusal | undefined {
  if (!isOwnName(request.headers.host ?? "", ownName)) return OTHER_NAME;
  return request.method === "GET" || request.method === "HEAD" ? undefined : OTHER_METHOD;
}

/** Whether a channel may be opened: by a page of this server, and by programs other than browsers. */
export function mayConnect(request: Asked, ownName: string): boolean {
  const { host = "", origin } = request.headers;
  const isOwnPage = origin === undefined || URL.parse(origin)?.host === host.toLowerCase();
  return isOwnPage && isOwnName(host, ownName);
}

/** @param host as in the header, with or without a port */
function isOwnName(host: string, ownName: string): boolean {
  const name = host.toLowerCase().replace(/\.?(?::\d*)?$/, "");
  const address = name.replace(/^\[(.*)\]$/, "$1");
  return /^(?:[a-z0-9-]+\.)*localhost$/.test(name) || name === ownName.toLowerCase() || isIP(address) !== 0;
}
