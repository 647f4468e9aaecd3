import type { Page } from '@playwright/test';
import type { RunningApp } from '../helpers/running-app';

export type View = 'week' | 'calendar' | 'replies' | 'clients' | 'log' | 'load' | 'settings';
export const views: readonly View[] = ['week', 'calendar', 'replies', 'clients', 'log', 'load', 'settings'];
export const themes = ['light', 'dark'] as const;

/** Goes to a view by its address, and waits until it is drawn. */
export async function goTo(page: Page, view: View, detail = ''): Promise<void> {
  await page.evaluate((hash) => window.location.assign(hash), `#/${view}${detail && `/${detail}`}`);
  await page.locator(`nav a[aria-current="page"][href="#/${view}"]`).waitFor();
  await page.getByRole('main').getByRole('heading').first().waitFor();
}

/** What the desktop around the app prefers; the app follows it unless told otherwise. */
export async function setSystemTheme(app: RunningApp, page: Page, theme: (typeof themes)[number]): Promise<void> {
  await app.inMain(({ nativeTheme }, wanted) => {
    nativeTheme.themeSource = wanted === 'dark' ? 'dark' : 'light';
  }, theme);
  await page.locator(`html[data-mantine-color-scheme="${theme}"]`).waitFor();
}
