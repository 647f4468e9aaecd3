import { describe, expect, test } from 'vitest';
import { portalFeatures } from '../../electron/desktop/portal-shortcuts';

describe('keys that work everywhere under Wayland', () => {
  test('are asked of the portal, beside the features that were given', () => {
    expect(portalFeatures('linux', { XDG_SESSION_TYPE: 'wayland' }, '')).toBe('GlobalShortcutsPortal');
    expect(portalFeatures('linux', { WAYLAND_DISPLAY: 'wayland-0' }, 'One,Two')).toBe('One,Two,GlobalShortcutsPortal');
  });

  test('nothing is changed elsewhere, nor where it was asked for already', () => {
    expect(portalFeatures('linux', { XDG_SESSION_TYPE: 'x11' }, 'One')).toBeUndefined();
    expect(portalFeatures('darwin', { XDG_SESSION_TYPE: 'wayland' }, '')).toBeUndefined();
    expect(portalFeatures('linux', { XDG_SESSION_TYPE: 'wayland' }, 'GlobalShortcutsPortal')).toBeUndefined();
  });
});
