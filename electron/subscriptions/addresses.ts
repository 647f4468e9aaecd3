import type { Known } from './source-answer';

const SCHEME = /^(https?|webcals?):\/\//i;

/**
 * The web addresses that an address of a calendar stands for, in the order to try; none when it is no such address.
 * `webcal` once meant `http`; today nearly all of them answer to `https`, so that is tried first.
 */
export function pickStarts(address: string): URL[] {
  const scheme = SCHEME.exec(address.trim())?.[1]?.toLowerCase();
  const rest = address.trim().replace(SCHEME, '');
  const schemes = scheme === 'webcal' ? ['https', 'http'] : scheme === 'webcals' ? ['https'] : scheme ? [scheme] : [];
  return schemes
    .map((each) => `${each}://${rest}`)
    .filter((each) => URL.canParse(each))
    .map((each) => new URL(each));
}

/** The host of an address: all of it that may be shown or written where others read. */
export function hostOf(address: string): string {
  return pickStarts(address)[0]?.host ?? '';
}

/**
 * Sends the request. A name and password in the address go to the host they were given for and to no other; there are no
 * cookies, and nothing says where the request comes from.
 */
export function openAddress(
  url: URL,
  start: URL,
  { etag, lastModified }: Known,
  signal: AbortSignal,
): Promise<Response> {
  const plain = new URL(url.href);
  plain.username = '';
  plain.password = '';
  plain.hash = '';
  const isStart = url.origin === start.origin;
  const secret = isStart && start.username ? [start.username, start.password].map(decode).join(':') : undefined;
  return fetch(plain, {
    signal,
    redirect: 'manual',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    headers: {
      accept: 'text/calendar, text/plain;q=0.5, */*;q=0.1',
      'user-agent': 'Until Friday',
      ...(secret && { authorization: `Basic ${Buffer.from(secret).toString('base64')}` }),
      ...(etag && { 'if-none-match': etag }),
      ...(lastModified && { 'if-modified-since': lastModified }),
    },
  });
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
