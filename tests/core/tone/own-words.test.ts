import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkTone, toneWordsFor } from '../../../electron/core/tone/check';
import { lists } from './lists';

/** Every situation, variant and form, as `languages.test` keeps them. */
const LETTERS = join(__dirname, '../replies/letters');

describe.each(Object.keys(lists))('our own letters in %s', (language) => {
  const words = toneWordsFor(lists, language);
  const letters = readFileSync(join(LETTERS, `${language}.txt`), 'utf8')
    .split(/^=== .*$/m)
    .map((letter) => letter.trim())
    .filter((letter) => letter !== '');

  it('hurt nobody and say what happens next', () => {
    expect(letters.length).toBeGreaterThan(40);
    for (const letter of letters) {
      const body = letter.slice(letter.indexOf('\n')).trim();
      expect(checkTone(letter, words), letter).toEqual([]);
      expect(checkTone(body, words), body).toEqual([]);
    }
  });

  it('are still searched: the same letters with one bad sentence are found out', () => {
    const [bad] = words.rules['vague-promise'] ?? [];
    const phrase = bad?.find.find((each) => /^[\p{L} ]+$/u.test(each)) ?? 'asap';
    for (const letter of letters.slice(0, 5))
      expect(checkTone(`${letter}\n\n${phrase}.`, words).map(({ kind }) => kind)).toContain('vague-promise');
  });
});
