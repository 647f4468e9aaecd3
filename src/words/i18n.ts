import i18next, { type ResourceLanguage } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type en from './en.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en };
  }
}

/** Every language that has a file here; adding a language is adding its file. */
const files = import.meta.glob<ResourceLanguage>('./*.json', { eager: true, import: 'default' });
const resources = Object.fromEntries(
  Object.entries(files).map(([path, words]) => [path.replace(/^\.\/|\.json$/g, ''), { translation: words }]),
);

i18next.use(initReactI18next).init({
  resources,
  lng: navigator.language,
  fallbackLng: 'en',
  interpolation: { escapeValue: false },
  // Nothing is loaded: the words are there before anything is drawn.
  initAsync: false,
});
document.documentElement.lang = i18next.resolvedLanguage ?? 'en';

/** Where times and numbers take their shape from: the system's habits, as long as they are of the language shown. */
export function readLocale(): string {
  const language = i18next.resolvedLanguage ?? 'en';
  return navigator.language.startsWith(language) ? navigator.language : language;
}
