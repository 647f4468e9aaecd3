import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTone, toneWordsFor } from '../../../electron/core/tone/check';
import { lists } from './lists';

const english = toneWordsFor(lists, 'en');
const spansOf = (text: string, language = 'en') =>
  checkTone(text, toneWordsFor(lists, language)).map(({ kind, start, end }) => [kind, text.slice(start, end)]);

describe('where a finding stands', () => {
  it('is in the text as it was written, accents composed or not', () => {
    for (const form of ['NFC', 'NFD'] as const) {
      const text = 'Čoskoro sa ozvem, Zuzana Ťažká.'.normalize(form);
      expect(spansOf(text, 'sk')).toEqual([['vague-promise', 'Čoskoro'.normalize(form)]]);
    }
  });

  it('is found without accents, and not with other ones', () => {
    expect(spansOf('Coskoro sa ozvem.', 'sk')).toEqual([['vague-promise', 'Coskoro']]);
    expect(spansOf('Ich war zu beschaeftigt, morgen rufe ich an.', 'de')).toHaveLength(1);
    expect(spansOf('Em quá bạn ơi, mai em sẽ gọi.', 'vi')).toEqual([]);
  });

  it('is the widest of several at one place', () => {
    expect(spansOf("I'll call you very soon.")).toEqual([['vague-promise', 'very soon']]);
  });

  it('is at the end of the last sentence, before the closing, where the next step is missing', () => {
    const text = 'Hello Dana,\n\nI saw your three calls about the audit.\n\nKind regards,\nMartin';
    const [finding] = checkTone(text, english);
    expect(finding).toMatchObject({ kind: 'no-next-step', start: finding?.end, text: '' });
    const better = text.slice(0, finding?.start) + finding?.say + text.slice(finding?.end);
    expect(better).toContain("about the audit. I'll come back to you by [day].\n\nKind regards");
    expect(checkTone(better, english).map(({ kind }) => kind)).toEqual(['gap']);
  });
});

describe('what is the client’s', () => {
  it.each([
    '"I need it ASAP": by which day?',
    '“I need it ASAP”: by which day?',
    '> as I already said\n> soon\nBy which day do you need it?',
    'By which day do you need it?\n\nOn Tue, 24 Nov 2026 Dana wrote:\nI need it ASAP, as I already said.',
  ])('is left alone: %s', (text) => expect(spansOf(text)).toEqual([]));

  it('ends where the quotation does; a mark that is never closed quotes nothing', () => {
    expect(spansOf('"ASAP" you write. I call you soon.')).toEqual([['vague-promise', 'soon']]);
    expect(spansOf('A 24" screen, and I call you soon.')).toEqual([['vague-promise', 'soon']]);
  });
});

describe('a better wording', () => {
  it('begins as large as what it takes the place of', () => {
    expect(checkTone('Per my last email, it is due on Friday.', english)[0]?.say).toBe('To have it in one place');
    expect(checkTone('You get it ASAP, on Friday.', english)[0]?.say).toBe('by [day]');
    expect(checkTone('Thank you. ASAP you get it.', english)[0]?.say).toBe('By [day]');
  });

  it('mends what it was offered for, whatever the language', () => {
    for (const [language, words] of Object.entries(lists))
      for (const [kind, rules] of Object.entries(words.rules))
        for (const { say } of rules) {
          const found = checkTone(say, words).filter((each) => each.kind !== 'gap' && each.kind !== 'no-next-step');
          expect(found, `${language} ${kind}: ${say}`).toEqual([]);
        }
  });
});

const somewhat = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(
      fc.constantFrom(
        ...['I forgot', 'soon', '"', '>', '\n', '[day]', 'sorry', 'é', 'e\u0301', '\ud800', 'İ', 'ß', '.'],
      ),
    )
    .map((parts) => parts.join(' ')),
);

describe('any text', () => {
  it('is read without a fault, and what is found lies in it', () => {
    fc.assert(
      fc.property(somewhat, fc.constantFrom(...Object.keys(lists)), (text, language) => {
        let before = 0;
        for (const { start, end, text: words } of checkTone(text, toneWordsFor(lists, language), english)) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(text.slice(start, end)).toBe(words);
          before = start;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('as long as a reply may be is read within a blink', () => {
    const text = 'I was really not sure, and so so so on and again '.repeat(400).slice(0, 20_000);
    const from = performance.now();
    checkTone(text, english);
    expect(performance.now() - from).toBeLessThan(1000);
  });
});

describe('the lists', () => {
  it('have words for every kind in every language, and say why in mine', () => {
    expect(Object.keys(lists).sort()).toEqual(['de', 'en', 'es', 'fr', 'sk', 'vi']);
    for (const words of Object.values(lists)) {
      expect(Object.keys(words.rules)).toEqual(Object.keys(english.rules));
      expect(words.why === undefined).toBe(words.language !== 'en');
    }
    expect(Object.keys(english.why ?? {})).toHaveLength(12);
  });

  it('are asked for by any name', () => {
    expect(toneWordsFor(lists, 'de-AT').language).toBe('de');
    expect(toneWordsFor(Object.assign(Object.create(null), lists), 'constructor').language).toBe('en');
  });
});
