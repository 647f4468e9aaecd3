/** Letters of other alphabets as they are written in Latin ones, near enough for a name to be known again. */
const LATIN: Readonly<Record<string, string>> = {
  ...pairs('абвгдезиклмнопрстуфыэ', 'abvgdeziklmnoprstufye'),
  ...{ ж: 'zh', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: '', ь: '', ю: 'yu', я: 'ya' },
  ...{ і: 'i', ї: 'yi', є: 'ye', ґ: 'g', ј: 'j', љ: 'lj', њ: 'nj', ћ: 'c', ђ: 'dj', џ: 'dz' },
  ...pairs('αβγδεζηικλμνξοπρστυφωσς', 'avgdeziiklmnxoprstyfoss'),
  ...{ θ: 'th', χ: 'ch', ψ: 'ps' },
};

function pairs(letters: string, latin: string): Record<string, string> {
  return Object.fromEntries([...letters].map((letter, place) => [letter, latin.charAt(place)]));
}

/** A folded name as people type it who have no such keys: "иван петров" is "ivan petrov", "ελενη παππα" "eleni pappa". */
export function toLatin(folded: string): string {
  return folded.replace(/[\u0370-\u03ff\u0400-\u04ff]/g, (letter) => LATIN[letter] ?? letter);
}
