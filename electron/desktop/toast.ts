import { Notification } from 'electron';
import { escapeBody, escapeMarkup, guardDash } from './notify-send-text';
import type { ToastText } from './toast-text';

export interface Toast extends ToastText {
  /** A toast whose click means something is shown by Electron: through node-notifier no click comes back on Linux. */
  onClick?: () => void;
  /** Neither way led to the person's eyes. */
  onUnshown: () => void;
}

const SHOWN_SECONDS = 8;
/** Elsewhere text is shown as it is, and goes to no command line that could misread it. */
const isLinux = process.platform === 'linux';

/** Toasts: by node-notifier, where that fails by Electron itself, and where both fail it is said so. */
export function createToaster(icon: string, appName: string): (toast: Toast) => void {
  // Kept until they are gone: a notification that is collected loses its click.
  const shown = new Set<Notification>();

  function showByElectron({ title, body, onClick, onUnshown }: Toast): void {
    if (!Notification.isSupported()) {
      onUnshown();
      return;
    }
    const notification = new Notification({ title, body: isLinux ? escapeMarkup(body) : body, icon });
    shown.add(notification);
    notification.on('close', () => shown.delete(notification));
    notification.on('click', () => {
      shown.delete(notification);
      onClick?.();
    });
    notification.on('failed', () => {
      shown.delete(notification);
      onUnshown();
    });
    notification.show();
  }

  return (toast) => {
    if (toast.onClick) showByElectron(toast);
    else showByNotifier(toast, icon, appName).catch(() => showByElectron(toast));
  };
}

async function showByNotifier({ title, body }: Toast, icon: string, appName: string): Promise<void> {
  // Loaded with the first toast: the start does without it.
  const { default: notifier } = await import('node-notifier');
  const options = {
    title: isLinux ? guardDash(title) : title,
    message: isLinux ? guardDash(escapeBody(body)) : body,
    icon,
    'app-name': appName,
    'expire-time': SHOWN_SECONDS,
  };
  await new Promise<void>((resolve, reject) => {
    // What it has to say beside an error is only what the program wrote to its standard error.
    notifier.notify(options, (error: unknown) => (error instanceof Error ? reject(error) : resolve()));
  });
}
