import { nativeTheme } from 'electron';

/** Paper and ink, as in src/theme/variables.css: what is seen before a page is drawn. */
const PAPER = { light: '#f8f4ea', dark: '#171b25' };

/** The colour a window has until its page is drawn. */
export function backgroundColor(): string {
  return nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light;
}

/** Light, dark, or as the system has it, for everything Electron draws. */
export function applyTheme(theme: 'system' | 'light' | 'dark'): void {
  nativeTheme.themeSource = theme;
}
