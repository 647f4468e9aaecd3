const PORTAL = 'GlobalShortcutsPortal';

/**
 * The features Chromium is to be started with, so that in a Wayland session the desktop's portal is asked for the keys
 * that work everywhere; `undefined` where nothing is to be changed. Chromium heeds one list only: what was given stays in it.
 * @param given the value of `--enable-features`, empty when there was none
 */
export function portalFeatures(
  platform: NodeJS.Platform,
  { XDG_SESSION_TYPE, WAYLAND_DISPLAY }: NodeJS.ProcessEnv,
  given: string,
): string | undefined {
  const isWayland = platform === 'linux' && (XDG_SESSION_TYPE === 'wayland' || Boolean(WAYLAND_DISPLAY));
  const features = given.split(',').filter(Boolean);
  if (!isWayland || features.includes(PORTAL)) return undefined;
  return [...features, PORTAL].join(',');
}
