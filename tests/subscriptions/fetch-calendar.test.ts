import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { type FetchOptions, fetchCalendar } from '../../electron/subscriptions/fetch-calendar';
import { calendarText, DENTIST, serve } from './server';

const NOW = Temporal.Instant.from('2026-11-23T08:00:00Z');
const TEXT = calendarText(DENTIST);
const SECRET = '/hush-7f3a9c/basic.ics?token=s3cret';

function ask(address: string, more: Partial<FetchOptions> = {}) {
  return fetchCalendar(address, { now: NOW, idleMs: 2000, wholeMs: 10_000, ...more });
}

/** An address at which nobody listens. */
async function findClosedPort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}

const sending =
  (body: string | Buffer, headers: Record<string, string> = {}, status = 200) =>
  (_: IncomingMessage, response: ServerResponse) =>
    response.writeHead(status, { 'content-type': 'text/calendar', ...headers }).end(body);

describe('a calendar that is there', () => {
  test('comes with what knows it again', async () => {
    const { origin, requests } = await serve(
      sending(TEXT, { etag: '"7"', 'last-modified': 'Mon, 23 Nov 2026 07:00:00 GMT' }),
    );
    expect(await ask(origin + SECRET)).toEqual({
      kind: 'text',
      text: TEXT,
      etag: '"7"',
      lastModified: 'Mon, 23 Nov 2026 07:00:00 GMT',
    });
    const [request] = requests;
    expect(request?.headers).toMatchObject({ 'user-agent': 'Until Friday' });
    expect(request?.headers).not.toHaveProperty('cookie');
    expect(request?.headers).not.toHaveProperty('referer');
    expect(request?.headers).not.toHaveProperty('if-none-match');
  });

  test('is not sent again when nothing has changed', async () => {
    const { origin, requests } = await serve((request, response) =>
      response.writeHead(request.headers['if-none-match'] === '"7"' ? 304 : 500).end(),
    );
    const lastModified = 'Mon, 23 Nov 2026 07:00:00 GMT';
    expect(await ask(origin, { etag: '"7"', lastModified })).toEqual({ kind: 'unchanged' });
    expect(requests[0]?.headers['if-modified-since']).toBe(lastModified);
  });

  test.each(['webcal', 'WEBCAL'])('is found at %s, too', async (scheme) => {
    const { host } = await serve(sending(TEXT));
    expect(await ask(`${scheme}://${host}/me.ics`)).toMatchObject({ kind: 'text' });
  });

  test.each([
    ['utf-8', Buffer.from(TEXT.replace('Dentist', 'Zahnärztin'))],
    ['iso-8859-1', Buffer.from(TEXT.replace('Dentist', 'Zahnärztin'), 'latin1')],
    ['"ISO-8859-1"', Buffer.from(TEXT.replace('Dentist', 'Zahnärztin'), 'latin1')],
    ['no-such-charset', Buffer.from(TEXT.replace('Dentist', 'Zahnärztin'))],
  ])('is read in %s', async (charset, body) => {
    const { origin } = await serve(sending(body, { 'content-type': `text/calendar; charset=${charset}` }));
    expect(await ask(origin)).toMatchObject({ kind: 'text', text: expect.stringContaining('Zahnärztin') });
  });

  test.each(['windows-1252', 'iso-8859-1'])('has its dashes and euro signs in %s', async (charset) => {
    const body = Buffer.from(TEXT.replace('Dentist', 'Dentist \x96 20 \x80'), 'latin1');
    const { origin } = await serve(sending(body, { 'content-type': `text/calendar; charset=${charset}` }));
    expect(await ask(origin)).toMatchObject({ kind: 'text', text: expect.stringContaining('Dentist – 20 €') });
  });

  test('gets name and password of the address, and the host it is sent on to does not', async () => {
    const other = await serve(sending(TEXT));
    const first = await serve((_, response) => response.writeHead(302, { location: `${other.origin}/x` }).end());
    expect(await ask(`http://dana:p%40ss@${first.host}/`)).toMatchObject({ kind: 'text' });
    const [asked] = first.requests;
    expect(asked?.headers.authorization).toBe(`Basic ${Buffer.from('dana:p@ss').toString('base64')}`);
    expect(other.requests[0]?.headers).not.toHaveProperty('authorization');
  });

  test('is found after five redirections, with the method and the conditions it began with', async () => {
    const { origin, requests } = await serve((request, response) => {
      const step = Number(request.url?.slice(1));
      if (step === 5) sending(TEXT)(request, response);
      else response.writeHead([301, 302, 303, 307, 308][step] ?? 302, { location: `/${step + 1}` }).end('moved');
    });
    expect(await ask(`${origin}/0`, { etag: '"7"' })).toMatchObject({ kind: 'text' });
    expect(requests.map(({ method, headers }) => `${method} ${headers['if-none-match']}`)).toEqual(
      Array(6).fill('GET "7"'),
    );
  });
});

describe('what goes wrong is told, never with more of the address than its host', () => {
  const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, 'BEGIN:VCALENDAR\r\n'));
  const endless = (_: IncomingMessage, response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'text/calendar' });
    const chunk = Buffer.alloc(1024 * 1024, 'BEGIN:VCALENDAR\r\n');
    const more = () => {
      while (!response.destroyed && response.write(chunk)) {}
    };
    response.on('drain', more);
    more();
  };
  const cutOff = (_: IncomingMessage, response: ServerResponse) => {
    response.writeHead(200, { 'content-length': String(TEXT.length) });
    response.write(TEXT.slice(0, 40), () => response.destroy());
  };
  const drip = (_: IncomingMessage, response: ServerResponse) => {
    response.writeHead(200).write('BEGIN:VCALENDAR\r\n');
    const timer = setInterval(() => response.write('X-DRIP:1\r\n'), 20);
    response.on('close', () => clearInterval(timer));
  };
  const silent = () => undefined;
  const hanging = (_: IncomingMessage, response: ServerResponse) =>
    void response.writeHead(200).write('BEGIN:VCALENDAR');
  const to = (location: string) => (_: IncomingMessage, response: ServerResponse) =>
    response.writeHead(302, { location }).end();
  const loop = (request: IncomingMessage, response: ServerResponse) =>
    response.writeHead(302, { location: `${request.url}&again` }).end();
  const lyingLength = (_: IncomingMessage, response: ServerResponse) => {
    response.writeHead(200, { connection: 'close' });
    response.end(TEXT.slice(0, TEXT.length / 2));
  };

  test.each<[string, Parameters<typeof serve>[0], string, RegExp, Partial<FetchOptions>?]>([
    ['drips for ever', drip, 'calendar-unreachable', /takes too long/, { wholeMs: 300 }],
    ['says nothing', silent, 'calendar-unreachable', /takes too long/, { idleMs: 100 }],
    ['stops in the middle', hanging, 'calendar-unreachable', /takes too long/, { idleMs: 100 }],
    ['never ends', endless, 'calendar-too-large', /longer than 20 MB/],
    ['is a bomb', sending(bomb, { 'content-encoding': 'gzip' }), 'calendar-too-large', /longer than 20 MB/],
    ['breaks off', cutOff, 'calendar-unreachable', /connection failed/],
    ['gives half of it', lyingLength, 'calendar-unreadable', /ends in the middle/],
    ['gives a page to sign in', sending('\n<!DOCTYPE html><html>'), 'calendar-unreadable', /web page .* signed in/],
    ['gives something else', sending('{"error": "nope"}'), 'calendar-unreadable', /no calendar/],
    ['gives nothing', sending(''), 'calendar-unreadable', /empty/],
    ['is not compressed as it says', sending('xx', { 'content-encoding': 'gzip' }), 'calendar-unreachable', /failed/],
    ['is not for everybody', sending('', {}, 401), 'calendar-refused', /answered 401/],
    ['is forbidden', sending('', {}, 403), 'calendar-refused', /answered 403/],
    ['is not there', sending('', {}, 404), 'calendar-gone', /answered 404/],
    ['is gone', sending('', {}, 410), 'calendar-gone', /answered 410/],
    ['fails', sending('<html>secret stack</html>', {}, 500), 'calendar-unreachable', /answered 500/],
    ['gives a part', sending(TEXT, {}, 206), 'calendar-unreachable', /answered 206/],
    ['says unchanged to nobody who knew', sending('', {}, 304), 'calendar-unreachable', /answered 304/],
    ['sends on in circles', loop, 'calendar-unreachable', /from address to address/],
    ['sends on to a file', to('file:///etc/passwd'), 'calendar-refused', /no web address \(file:\)/],
    ['sends on to data', to('data:text/calendar,BEGIN:VCALENDAR'), 'calendar-refused', /no web address \(data:\)/],
    ['sends on to nonsense', to('http://['), 'calendar-refused', /no address/],
    [
      'sends on to an address that fails',
      to('http://127.0.0.1:1/token=s3cret'),
      'calendar-unreachable',
      /127\.0\.0\.1:1 /,
    ],
  ])('a server that %s', async (_, answer, code, words, more) => {
    const { origin, host } = await serve(answer);
    const asked = await ask(origin + SECRET, more);
    expect(asked).toMatchObject({ kind: 'failed', problem: { code, message: expect.stringMatching(words) } });
    const told = JSON.stringify(asked);
    expect(told).not.toMatch(/s3cret|hush|basic\.ics|stack/);
    if (code !== 'calendar-unreachable' || !/127\.0\.0\.1:1 /.test(told)) expect(told).toContain(host);
  });

  test('a server that is not there', async () => {
    expect(await ask((await findClosedPort()) + SECRET)).toMatchObject({
      kind: 'failed',
      problem: { code: 'calendar-unreachable', message: expect.stringContaining('ECONNREFUSED') },
    });
  });

  test('a name that nobody has', async () => {
    const asked = await ask(`https://calendars.invalid${SECRET}`);
    expect(asked).toMatchObject({ kind: 'failed', problem: { code: 'calendar-unreachable' } });
    expect(JSON.stringify(asked)).not.toContain('s3cret');
  });

  test.each([
    'ftp://x/y',
    'file:///etc/passwd',
    'javascript:1',
    'data:,x',
    '/etc/passwd',
    '',
    'https://',
    'webcal://[',
  ])('no address: %j', async (address) => {
    expect(await ask(address)).toMatchObject({ kind: 'failed', problem: { code: 'calendar-unreachable' } });
  });

  test('encryption is never given up on the way', async () => {
    // Where a redirection leads is decided before it is followed, so that no certificate is needed to see it.
    const { findNext } = await import('../../electron/subscriptions/redirection');
    const secure = new URL('https://calendars.example/a');
    expect(findNext('http://calendars.example/a', secure)).toMatch(/without encryption/);
    expect(findNext('//other.example/b', secure)).toEqual(new URL('https://other.example/b'));
    expect(findNext('/b', secure)).toEqual(new URL('https://calendars.example/b'));
  });
});

test.each([
  [429, '120', '2026-11-23T08:02:00Z'],
  [503, 'Mon, 23 Nov 2026 10:00:00 GMT', '2026-11-23T10:00:00Z'],
  [503, '99999999', '2026-11-24T08:00:00Z'],
  [503, 'Mon, 23 Nov 2020 10:00:00 GMT', undefined],
  [429, 'soon', undefined],
])('a server that answers %s and wants to be asked again after %j is', async (status, retryAfter, at) => {
  const { origin } = await serve(sending('', { 'retry-after': retryAfter }, status));
  const asked = await ask(origin);
  expect(asked).toMatchObject({ kind: 'failed', problem: { code: 'calendar-unreachable' } });
  expect(asked.kind === 'failed' && asked.retryAt?.toString()).toBe(at);
});
