import { refuse } from '../../core/refuse';
import { understandAnyone } from '../../intake';
import type { Context, Effects, Handlers } from '../context';

/** What the app's own windows ask of the desktop around them. */
export const desktopHandlers: Handlers<
  | 'clipboard.copy'
  | 'clipboard.read'
  | 'palette.close'
  | 'palette.fit'
  | 'window.open'
  | 'home'
  | 'home.reveal'
  | 'home.move'
  | 'print'
> = {
  'clipboard.copy': ({ text }, context) => withDesktop(context, (desktop) => desktop.copy(text)),
  'clipboard.read': async ({ typed }, context) => {
    const text = await desktopOf(context).readCopied();
    const { readCopied } = await import('../../inputs/clipboard/read-copied');
    const { joinCopied } = await import('../../inputs/clipboard/join-copied');
    const copied = readCopied(text) ?? refuseEmpty();
    const { store, moment } = context;
    return { line: joinCopied(typed, copied, (line) => understandAnyone(store.state, line, moment.now)) };
  },
  'palette.close': (_, context) => withDesktop(context, (desktop) => desktop.closePalette()),
  'palette.fit': ({ height }, context) => withDesktop(context, (desktop) => desktop.fitPalette(height)),
  'window.open': ({ view }, context) => withDesktop(context, (desktop) => desktop.openWindow(view)),
  home: (_, { store }) => ({ folder: store.home }),
  'home.reveal': (_, context) => withDesktop(context, (desktop) => desktop.revealHome()),
  'home.move': async (_, context) => {
    const desktop = desktopOf(context);
    const folder = await desktop.chooseFolder();
    if (folder === undefined) return { moved: false, folder: context.store.home };
    await desktop.moveHome(folder);
    return { moved: true, folder };
  },
  print: (_, context) => withDesktop(context, (desktop) => desktop.print()),
};

function refuseEmpty(): never {
  refuse('nothing-copied', 'The clipboard holds no words.', {
    action: 'Copy a message, an address or a number first.',
  });
}

function desktopOf({ effects }: Context): Effects {
  return effects ?? refuse('unavailable', 'This needs the app itself.', { action: 'Start Until Friday.' });
}

/** Does something on the desktop; refused where there is none. */
export function withDesktop(context: Context, use: (desktop: Effects) => void): Record<string, never> {
  use(desktopOf(context));
  return {};
}
