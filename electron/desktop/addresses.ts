import path from 'node:path';

/** Where our windows are served from: a scheme of our own, so that they have an origin. */
const ORIGIN = 'app://until-friday';

/** Where a page is found: our own scheme, or the server that serves it while it is being worked on. */
export function addressOf(page: 'index' | 'palette', devServer: string | undefined): string {
  return devServer ? new URL(`${page}.html`, devServer).href : `${ORIGIN}/${page}.html`;
}

/** Whether an address is one of our own pages or files. */
export function isOwnAddress(address: string, devServer: string | undefined): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host } = new URL(address);
  if (`${protocol}//${host}` === ORIGIN) return true;
  return devServer !== undefined && protocol === 'http:' && new URL(devServer).host === host;
}

/** Whether an address is of something that one of our own pages has made. */
export function isOwnBlob(address: string, devServer: string | undefined): boolean {
  return address.startsWith('blob:') && isOwnAddress(address.slice('blob:'.length), devServer);
}

/** Whether two addresses are of one page, at whatever place in it. */
export function isSamePage(one: string, other: string): boolean {
  return URL.canParse(one) && URL.canParse(other) && new URL(one).pathname === new URL(other).pathname;
}

/** Whether a link may be given to the system: the web and mail, and nothing that could start a program. */
export function isForOutside(address: string): boolean {
  return URL.canParse(address) && ['https:', 'mailto:'].includes(new URL(address).protocol);
}

/** The file an address of ours names; undefined for another host and for everything outside the folder. */
export function fileOf(address: string, folder: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, host, pathname } = new URL(address);
  if (`${protocol}//${host}` !== ORIGIN) return undefined;
  const name = decode(pathname);
  if (name === undefined || name.includes('\0') || name.includes('\\') || name.endsWith('/')) return undefined;
  const root = path.resolve(folder);
  const file = path.join(root, name);
  return file.startsWith(root + path.sep) ? file : undefined;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** A view and what follows it, such as `clients/cli_1`; what is not of that form leads to the week. */
export function viewOf(asked: string): string {
  return /^[a-z]+(\/[\w%.:-]+)*$/.test(asked) ? asked : 'week';
}
