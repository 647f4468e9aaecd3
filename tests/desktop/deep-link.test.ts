import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDeepLink, throttle } from '../../electron/desktop/deep-link';

describe('a link proposes a line', () => {
  test.each([
    ['until-friday://log?text=dana%20called%203x', 'dana called 3x'],
    ['until-friday://log/?text=dana+called', 'dana called'],
    ['Until-Friday://LOG?text=dana', 'dana'],
    ['until-friday://log?text=missed%20call&client=Globex%20%26%20Sons', 'Globex & Sons missed call'],
    ['until-friday://log?client=Globex', 'Globex'],
    ['until-friday://log?text=Gr%C3%B6%C3%9Fe%20%E2%80%93%20%E6%97%A5%E6%9C%AC', 'Größe – 日本'],
    ['until-friday://log?text=%2B49%2030%201234', '+49 30 1234'],
    ['until-friday://log?text=one%0Atwo%00%E2%80%AEthree', 'one two three'],
    ['until-friday://log?text=%3Cimg%20src=x%20onerror=alert(1)%3E', '<img src=x onerror=alert(1)>'],
  ])('%s', (link, line) => {
    expect(readDeepLink(link)).toEqual({ line });
  });
});

describe('what is not known is refused', () => {
  test.each([
    ['until-friday://undo', 'links can only be'],
    ['until-friday://log/all?text=x', 'links can only be'],
    ['until-friday:log?text=x', 'links can only be'],
    ['until-friday://me@log?text=x', 'links can only be'],
    ['until-friday://log:80?text=x', 'links can only be'],
    ['until-friday://log?text=x#now', 'links can only be'],
    ['until-friday://log?text=x&run=1', 'nothing in it can be called "run"'],
    ['until-friday://log?Text=x', 'nothing in it can be called "Text"'],
    ['until-friday://log?text=x&text=y', 'said twice'],
    ['until-friday://log', 'says nothing'],
    ['until-friday://log?text=%20%0A', 'says nothing'],
    ['until-friday://log?text=%FF%FE', 'UTF-8'],
    ['until-friday://log?text=100%', 'UTF-8'],
    ['until-friday://', 'links can only be'],
    ['until-friday://[', 'no link of Until Friday'],
    ['https://example.com/?text=x', 'no link of Until Friday'],
  ])('%s', (link, reason) => {
    const read = readDeepLink(link);
    expect(read).toHaveProperty('problem.message', expect.stringContaining(reason));
  });

  test.each([
    ['text', 1001, 'longer than 1000'],
    ['client', 301, 'longer than 300'],
    ['text', 5000, 'longer than 4000'],
  ])('%s of %i characters', (name, length, reason) => {
    const read = readDeepLink(`until-friday://log?${name}=${'x'.repeat(length)}`);
    expect(read).toMatchObject({ problem: { code: 'too-long', message: expect.stringContaining(reason) } });
  });

  test('whatever it is, it never throws, and a line is one line', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webQueryParameters(), fc.string({ unit: 'binary' })), (text) => {
        for (const link of [text, `until-friday://${text}`, `until-friday://log?text=${text}`]) {
          const read = readDeepLink(link);
          if ('line' in read) expect(read.line).toMatch(/^[^\n\r\0]{1,1301}$/);
        }
      }),
    );
  });

  test('any text comes through as it was meant', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zäß+&=%?#/日]{1,12}$/), { minLength: 1, maxLength: 8 }), (words) => {
        const text = words.join(' ');
        expect(readDeepLink(`until-friday://log?text=${encodeURIComponent(text)}`)).toEqual({ line: text });
      }),
    );
  });
});

test('of links that come without end one a second is looked at', () => {
  let nowMs = 0;
  const opened: string[] = [];
  const open = throttle(
    (link) => opened.push(link),
    1000,
    () => nowMs,
  );
  for (; nowMs <= 2500; nowMs += 100) open(String(nowMs));
  expect(opened).toEqual(['0', '1000', '2000']);
});
