import type { Temporal } from 'temporal-polyfill';
import type { Problem, ProblemCode } from '../core/model/problem';
import { decodeCalendar } from '../inputs/calendar/decode';
import { decodeBy } from '../inputs/charsets';
import { codeOf } from '../store/trouble';
import { openAddress, pickStarts } from './addresses';
import { findNext } from './redirection';
import { CALENDAR_LIMIT, CALENDAR_LIMIT_TEXT, findFaultOfText, type Known, type SourceAnswer } from './source-answer';

export interface FetchOptions extends Known {
  now: Temporal.Instant;
  /** Longest wait for the next sign of life, and for all of it, in milliseconds. */
  idleMs?: number;
  wholeMs?: number;
}

const IDLE_MS = 15_000;
const WHOLE_MS = 60_000;
const REDIRECTS_AT_MOST = 5;
/** What a server wishes for as a pause is kept, up to this. */
const RETRY_HOURS_AT_MOST = 24;

/**
 * Asks an address (`http`, `https`, `webcal`, `webcals`) for a calendar. Never throws, and never says more of the
 * address than its host: whoever has the rest can read the calendar.
 */
export async function fetchCalendar(address: string, options: FetchOptions): Promise<SourceAnswer> {
  const starts = pickStarts(address);
  if (starts.length === 0)
    return failed('calendar-unreachable', 'This is no address of a calendar.', 'It begins with https:// or webcal://.');
  let answer: SourceAnswer = { kind: 'unchanged' };
  for (const start of starts) {
    const attempt = await fetchOnce(start, options);
    answer = attempt.answer;
    // Only a server that does not speak the safe way at all is asked the other way.
    if (!attempt.hasNoTls) break;
  }
  return answer;
}

async function fetchOnce(start: URL, options: FetchOptions): Promise<{ answer: SourceAnswer; hasNoTls?: boolean }> {
  const patience = watchPatience(options);
  let url = start;
  try {
    for (let count = 0; count <= REDIRECTS_AT_MOST; count++) {
      patience.renew();
      const response = await openAddress(url, start, options, patience.signal);
      const location = response.status >= 301 && response.status <= 308 && response.headers.get('location');
      if (!location || response.status === 304)
        return { answer: await readResponse(response, url, options, patience.renew) };
      await dropBody(response);
      const next = findNext(location, url);
      if (typeof next === 'string')
        return { answer: failed('calendar-refused', `${url.host} ${next}.`, 'Ask for the address that it has now.') };
      url = next;
    }
    return {
      answer: failed('calendar-unreachable', `${url.host} sends on from address to address.`, 'Check the address.'),
    };
  } catch (error) {
    const code = codeOfFailure(error);
    return {
      answer: patience.hasEnded() ? tookTooLong(url) : unreachable(url, code),
      hasNoTls: code === 'ECONNREFUSED' || code === 'ERR_SSL_WRONG_VERSION_NUMBER' || code === 'EPROTO',
    };
  } finally {
    patience.stop();
  }
}

async function readResponse(
  response: Response,
  url: URL,
  options: FetchOptions,
  renew: () => void,
): Promise<SourceAnswer> {
  const { status } = response;
  const hasAsked = options.etag !== undefined || options.lastModified !== undefined;
  if (status !== 200) await dropBody(response);
  if (status === 304 && hasAsked) return { kind: 'unchanged' };
  if (status !== 200) return explainStatus(response, url, options.now);
  const bytes = await readBody(response, renew);
  if (!bytes)
    return failed(
      'calendar-too-large',
      `The calendar of ${url.host} is longer than ${CALENDAR_LIMIT_TEXT}.`,
      'Choose an address that gives fewer years, if there is one.',
    );
  const charset = /charset="?([^\s;"]+)/i.exec(response.headers.get('content-type') ?? '')?.[1];
  const text = decode(bytes, charset);
  const fault = findFaultOfText(text);
  if (fault)
    return failed(
      'calendar-unreadable',
      `What ${url.host} gave can't be used: ${fault}.`,
      'Check the address in a browser.',
    );
  const etag = response.headers.get('etag')?.slice(0, 1000);
  const lastModified = response.headers.get('last-modified')?.slice(0, 200);
  return { kind: 'text', text, ...(etag && { etag }), ...(lastModified && { lastModified }) };
}

/** The bytes as they are once unpacked; nothing when there are too many, whatever the header says. */
async function readBody(response: Response, renew: () => void): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const part = await reader?.read();
    if (!part || part.done) return Buffer.concat(chunks);
    renew();
    length += part.value.byteLength;
    chunks.push(part.value);
    if (length <= CALENDAR_LIMIT) continue;
    await reader?.cancel().catch(() => undefined);
    return undefined;
  }
}

/** A charset that nobody knows is as good as none. */
function decode(bytes: Uint8Array, charset: string | undefined): string {
  try {
    if (charset !== undefined && !/^utf-?8$/i.test(charset)) return decodeBy(charset, bytes);
  } catch {
    // As if nothing had been said.
  }
  return decodeCalendar(bytes);
}

/** What nobody reads would keep the connection. */
async function dropBody(response: Response): Promise<void> {
  await response.body?.cancel().catch(() => undefined);
}

function explainStatus({ status, headers }: Response, url: URL, now: Temporal.Instant): SourceAnswer {
  const said = `${url.host} answered ${status}`;
  if (status === 401 || status === 403)
    return failed('calendar-refused', `${said}: the calendar is not for everybody.`, 'Get a private address for it.');
  if (status === 404 || status === 410)
    return failed('calendar-gone', `${said}: there is no such calendar any more.`, 'Get its address anew.');
  const retryAt = readRetryAfter(headers.get('retry-after'), now);
  const what = status === 429 ? 'it was asked too often' : 'it can not give the calendar now';
  return {
    ...failed('calendar-unreachable', `${said}: ${what}.`, 'It is asked again later.'),
    ...(retryAt && { retryAt }),
  };
}

/** Seconds, or a date (RFC 9110, 10.2.3). */
function readRetryAfter(header: string | null, now: Temporal.Instant): Temporal.Instant | undefined {
  if (header === null) return undefined;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now.epochMilliseconds;
  if (!Number.isFinite(ms) || ms <= 0) return undefined;
  return now.add({ milliseconds: Math.min(ms, RETRY_HOURS_AT_MOST * 3_600_000) });
}

/** Ends a request that has given no sign of life for too long, or takes too long as a whole. */
function watchPatience({ idleMs = IDLE_MS, wholeMs = WHOLE_MS }: FetchOptions) {
  const controller = new AbortController();
  const giveUp = () => controller.abort();
  const whole = setTimeout(giveUp, wholeMs);
  let idle = setTimeout(giveUp, idleMs);
  return {
    signal: controller.signal,
    renew() {
      clearTimeout(idle);
      idle = setTimeout(giveUp, idleMs);
    },
    hasEnded: () => controller.signal.aborted,
    stop() {
      clearTimeout(whole);
      clearTimeout(idle);
    },
  };
}

function tookTooLong(url: URL): SourceAnswer {
  return failed('calendar-unreachable', `${url.host} takes too long to answer.`, 'It is asked again later.');
}

function unreachable(url: URL, code: string | undefined): SourceAnswer {
  const isUnknown = code === 'ENOTFOUND' || code === 'EAI_AGAIN';
  const why = isUnknown ? 'there is no way to it by that name' : 'the connection failed';
  return failed(
    'calendar-unreachable',
    `${url.host} can't be reached: ${why}${code ? ` (${code})` : ''}.`,
    'Check the network, and the address.',
  );
}

/** The system's code of a failure, found in what caused it. Never its words: they may hold the address. */
function codeOfFailure(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = codeOf(error);
  // An abort has a number for a code; a failure at every address of a host has one for each.
  if (code !== undefined && /^[A-Z_0-9]+$/.test(code)) return code;
  return codeOfFailure(error instanceof AggregateError ? error.errors[0] : error.cause);
}

function failed(code: ProblemCode, message: string, action: string): { kind: 'failed'; problem: Problem } {
  return { kind: 'failed', problem: { code, message, action } };
}
