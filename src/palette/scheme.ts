import { book } from '../state/book';

const darkness = window.matchMedia('(prefers-color-scheme: dark)');

function apply(): void {
  const chosen = book.peek()?.device.theme ?? 'system';
  const isDark = chosen === 'system' ? darkness.matches : chosen === 'dark';
  document.documentElement.dataset.mantineColorScheme = isDark ? 'dark' : 'light';
}

/** Light or dark from the first frame: what the system says, and what was chosen once that is known. */
export function followScheme(): void {
  apply();
  darkness.addEventListener('change', apply);
  book.subscribe(apply);
}
