import type { Problem } from '../core/model/problem';
import { cleanLine } from '../core/model/scalars';

/** The scheme of links that other programs and web pages open the app with. */
export const LINK_SCHEME = 'until-friday';

/** Longest link that is read, as it stands; browsers and desktops pass on no less. */
const LINK_LIMIT = 4000;
const TEXT_LIMIT = 1000;
const CLIENT_LIMIT = 300;
const KNOWN = ['text', 'client'];

/** Whether an argument is a link of ours, good or bad. */
export function isDeepLink(argument: string): boolean {
  return argument.toLowerCase().startsWith(`${LINK_SCHEME}:`);
}

/**
 * The line that a link such as `until-friday://log?text=missed%20call&client=Globex` proposes. Anybody may have written
 * it, so it is only ever shown; whatever is not known is refused as a whole.
 */
export function readDeepLink(link: string): { line: string } | { problem: Problem } {
  if (link.length > LINK_LIMIT) return refused(`it is longer than ${LINK_LIMIT} characters`, 'too-long');
  if (!isDeepLink(link) || !URL.canParse(link)) return refused('it is no link of Until Friday');
  const { host, pathname, username, password, port, hash, search, searchParams } = new URL(link);
  const isLog = host.toLowerCase() === 'log' && ['', '/'].includes(pathname);
  if (!isLog || username || password || port || hash)
    return refused(`links can only be ${LINK_SCHEME}://log?text=…&client=…`);
  if (!isWellEncoded(search)) return refused('its signs are not encoded as UTF-8');
  const names = [...searchParams.keys()];
  const unknown = names.find((name) => !KNOWN.includes(name));
  if (unknown !== undefined) return refused(`nothing in it can be called "${cleanLine(unknown).slice(0, 40)}"`);
  if (new Set(names).size < names.length) return refused('something is said twice in it');
  const [text = '', client = ''] = KNOWN.map((name) => cleanLine(searchParams.get(name) ?? ''));
  if (text.length > TEXT_LIMIT) return refused(`its text is longer than ${TEXT_LIMIT} characters`, 'too-long');
  if (client.length > CLIENT_LIMIT) return refused(`its client is longer than ${CLIENT_LIMIT} characters`, 'too-long');
  const line = [client, text].filter(Boolean).join(' ');
  return line === '' ? refused('it says nothing') : { line };
}

function isWellEncoded(search: string): boolean {
  try {
    decodeURIComponent(search);
    return true;
  } catch {
    return false;
  }
}

function refused(why: string, code: Problem['code'] = 'invalid'): { problem: Problem } {
  return { problem: { code, message: `A link was not opened: ${why}.`, action: 'Nothing was logged.' } };
}

/**
 * Lets one call through in so many milliseconds, and drops the others: a page may open links without end.
 * @param readMs a clock that only goes forward
 */
export function throttle(run: (link: string) => void, everyMs: number, readMs: () => number): (link: string) => void {
  let lastMs = Number.NEGATIVE_INFINITY;
  return (link) => {
    if (readMs() - lastMs < everyMs) return;
    lastMs = readMs();
    run(link);
  };
}
