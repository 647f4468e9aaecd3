import i18next, { type ResourceLanguage } from 'i18next';
import type en from '../../resources/words/en.json';

type Values = Record<string, string | number>;
type PathsOf<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${PathsOf<T[K]>}` }[keyof T & string];
type WithoutPlural<K extends string> = K extends `${infer Stem}_${'zero' | 'one' | 'other'}` ? Stem : K;

/** Names of the words for tray, toasts and menus; plural forms share one. */
export type WordKey = WithoutPlural<PathsOf<typeof en>>;

/** Words in the person's language, and where times and numbers take their shape from. */
export interface Words {
  say(key: WordKey, values?: Values): string;
  locale: string;
}

/** Every language that has a file there; adding a language is adding its file. */
const files = import.meta.glob<ResourceLanguage>('../../resources/words/*.json', { eager: true, import: 'default' });

/** @param locale the system's, such as `de-AT`; a language without words is answered in English. */
export function createWords(locale: string): Words {
  const instance = i18next.createInstance({
    resources: Object.fromEntries(
      Object.entries(files).map(([path, words]) => [path.replace(/^.*\/|\.json$/g, ''), { translation: words }]),
    ),
    lng: locale,
    fallbackLng: 'en',
    interpolation: { escapeValue: false },
    // Nothing is loaded: the words are there at once.
    initAsync: false,
  });
  instance.init();
  // The library's types know the renderer's words only; WordKey stands in for them here.
  const translate: unknown = instance.t;
  const say = translate as Words['say'];
  const language = instance.resolvedLanguage ?? 'en';
  return { say, locale: locale.startsWith(language) ? locale : language };
}
