import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFirstLines } from '../../../electron/inputs/mail/first-lines';
import { readHtml } from '../../../electron/inputs/mail/html-text';
import { LONGEST_BODY, LONGEST_HEAD, LONGEST_TEXT, MOST_RECIPIENTS } from '../../../electron/inputs/mail/limits';
import { cleanSubject } from '../../../electron/inputs/mail/subject';
import expected from '../../fixtures/mails/expected.json';
import { readAll, readFixture, splitAll } from './read-all';

/** Far more than any of these takes; what is quadratic takes much longer. */
const LONGEST_MS = 3_000;

async function readInTime(bytes: Uint8Array | string) {
  const startedAt = performance.now();
  const mails = await readAll(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes);
  expect(performance.now() - startedAt).toBeLessThan(LONGEST_MS);
  return mails;
}

const HEAD = 'From: Dana <dana@globex.example>\nDate: Mon, 23 Nov 2026 09:00:00 +0100\n';

describe('mails made to hurt are read in bounded time and memory', () => {
  test('a hundred thousand recipients', async () => {
    const to = Array.from({ length: 100_000 }, (_, index) => `Name ${index} <r${index}@many.example>`);
    const [mail] = await readInTime(`${HEAD}To: ${to.join(',\n ')}\nSubject: All\n\nHello\n`);
    expect(mail).toMatchObject({ subject: 'All', text: 'Hello' });
    expect(mail?.to).toHaveLength(MOST_RECIPIENTS);
  });

  test('headers without end', async () => {
    const lines = Array.from({ length: 200_000 }, (_, index) => `X-Filler-${index}: ${'x'.repeat(40)}`).join('\n');
    const folded = `References: ${Array.from({ length: 100_000 }, (_, index) => `<r${index}@x>`).join('\n ')}`;
    const [mail] = await readInTime(`${lines}\n${folded}\n${HEAD}Subject: Late\n\nHello\n`);
    expect(mail).toMatchObject({ subject: 'Late', text: 'Hello', from: { address: 'dana@globex.example' } });
    expect(mail?.references.length).toBeLessThanOrEqual(50);
    const [raw] = splitAll(new TextEncoder().encode(`${lines}\n${folded}\n`));
    expect(raw?.head.length).toBeLessThanOrEqual(LONGEST_HEAD);
  });

  test('parts within parts within parts', async () => {
    const deep = Array.from(
      { length: 5_000 },
      (_, index) => `Content-Type: multipart/mixed; boundary="b${index}"\n\n--b${index}\n`,
    );
    const [mail] = await readInTime(`${HEAD}Subject: Deep\n${deep.join('')}Content-Type: text/plain\n\nBottom\n`);
    expect(mail).toMatchObject({ subject: 'Deep' });
  });

  test('a hundred thousand parts', async () => {
    const parts = '--b\nContent-Type: text/plain\n\nx\n'.repeat(100_000);
    const [mail] = await readInTime(
      `${HEAD}Subject: Wide\nContent-Type: multipart/mixed; boundary=b\n\n${parts}--b--\n`,
    );
    expect(mail).toMatchObject({ subject: 'Wide' });
  });

  test('an attachment and a text of many megabytes, and a line without end', async () => {
    const file = `${'QUJD'.repeat(19)}\n`.repeat(200_000);
    const text = `First line\n${'word '.repeat(4_000_000)}`;
    const mail = `${HEAD}Subject: Large\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: application/zip; name=a.zip\nContent-Transfer-Encoding: base64\n\n${file}--b\nContent-Type: text/plain\n\n${text}\n--b--\n`;
    const bytes = new TextEncoder().encode(mail);
    const [raw] = splitAll(bytes, 256 * 1024);
    expect(raw?.whole.length).toBeLessThanOrEqual(LONGEST_BODY + LONGEST_HEAD);
    const [read] = await readInTime(bytes);
    expect(read).toMatchObject({ attachments: ['a.zip'], text: expect.stringMatching(/^First line/) });
    expect(read?.text.length).toBeLessThanOrEqual(LONGEST_TEXT);
  });

  test.each([
    ['open tags', '<div '.repeat(100_000)],
    ['tags within tags', `${'<blockquote>'.repeat(50_000)}x`],
    ['scripts that never end', '<script>'.repeat(50_000)],
    ['comments that never end', '<!--'.repeat(100_000)],
    ['entities', '&amp'.repeat(100_000)],
    ['blanks', `${' '.repeat(200_000)}x`],
    ['angle brackets', '<'.repeat(300_000)],
  ])('HTML of %s', (_, html) => {
    const startedAt = performance.now();
    readHtml(html);
    expect(performance.now() - startedAt).toBeLessThan(LONGEST_MS);
  });

  test.each([
    ['quotes', '> '.repeat(40_000)],
    ['quoted lines', '>\n'.repeat(50_000)],
    ['lines above a long quotation', `${'x\n'.repeat(25_000)}${'>\n'.repeat(25_000)}`],
    ['attributions', 'Am 23.11.2026 10:00 schrieb x@y:\n'.repeat(3_000)],
    ['heads', 'Von: a\n'.repeat(14_000)],
    ['rules', '_'.repeat(99_000)],
    ['dashes', `${'-'.repeat(90_000)} x`],
    ['colons', ':\n'.repeat(50_000)],
  ])('text of %s', (_, text) => {
    const startedAt = performance.now();
    readFirstLines(text);
    expect(performance.now() - startedAt).toBeLessThan(LONGEST_MS);
  });

  test('a subject of nothing but prefixes', () => {
    const startedAt = performance.now();
    expect(cleanSubject('Re: '.repeat(100_000)).length).toBeLessThanOrEqual(300);
    cleanSubject(`Re${' '.repeat(100_000)}x`);
    expect(performance.now() - startedAt).toBeLessThan(LONGEST_MS);
  });
});

test('nothing of HTML is left over that could be run', () => {
  const html =
    '<p onclick="x()">Hi <a href="javascript:x()">there</a><img src=x onerror=alert(1)>&lt;b&gt;</p><script>x()</script>';
  expect(readHtml(html)).toBe('Hi there<b>');
});

test('whatever is changed in a mail, it is read or refused, never more', async () => {
  const names = Object.keys(expected);
  const change = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(40),
    bytes: fc.uint8Array({ maxLength: 30 }),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...names),
      fc.array(change, { minLength: 1, maxLength: 6 }),
      async (name, changes) => {
        let bytes = Buffer.from(readFixture(name));
        for (const { at, length, bytes: put } of changes) {
          const from = Math.floor(at * bytes.length);
          bytes = Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(from + length)]);
        }
        for (const { subject, text } of await readInTime(bytes)) {
          expect(subject.length).toBeLessThanOrEqual(300);
          expect(text.length).toBeLessThanOrEqual(LONGEST_TEXT);
          // biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may be left
          expect(subject + text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e]/);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('any bytes at all', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 3_000 }), fc.integer({ min: 1, max: 100 }), async (bytes, chunk) => {
      expect(await readAll(bytes, chunk)).toEqual(await readInTime(bytes));
    }),
    { numRuns: 200 },
  );
});
