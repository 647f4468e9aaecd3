import { app, type Session, session, shell, type WebContents } from 'electron';
import { isForOutside, isOwnAddress, isOwnBlob, isSamePage } from './addresses';
import { serveFiles } from './renderer-files';

/** Windows keep nothing on disk: what is worth keeping is in the store. */
const PARTITION = 'windows';

/** What every window is made with. */
export function webPreferences(preload: string) {
  return {
    preload,
    partition: PARTITION,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: !app.isPackaged,
  } as const;
}

/** Follows Electron's security checklist for all windows there will be. */
export function secureWindows(rendererFolder: string, devServer: string | undefined): void {
  const own = session.fromPartition(PARTITION);
  serveFiles(own, rendererFolder);
  denyEverythingElse(own, devServer);
  app.on('web-contents-created', (_, contents) => confine(contents, devServer));
}

function denyEverythingElse(own: Session, devServer: string | undefined): void {
  own.setPermissionRequestHandler((_, __, decide) => decide(false));
  own.setPermissionCheckHandler(() => false);
  own.setDevicePermissionHandler(() => false);
  own.setSpellCheckerEnabled(false);
  own.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !isAllowedRequest(url, devServer) }));
  own.on('will-download', (event, item) => {
    // What a page of ours has made itself may be saved; the person says where.
    if (!isOwnBlob(item.getURL(), devServer)) event.preventDefault();
  });
}

/** Our own files, data inside them, and while it is being worked on the server and the developer tools. */
function isAllowedRequest(url: string, devServer: string | undefined): boolean {
  if (isOwnAddress(url, devServer) || url.startsWith('data:') || isOwnBlob(url, devServer)) return true;
  return !app.isPackaged && (url.startsWith('devtools:') || (devServer !== undefined && isSocketOf(url, devServer)));
}

function isSocketOf(url: string, devServer: string): boolean {
  return URL.canParse(url) && new URL(url).protocol === 'ws:' && new URL(url).host === new URL(devServer).host;
}

function confine(contents: WebContents, devServer: string | undefined): void {
  const stay = (event: Electron.Event, url: string) => {
    // A page may load itself again, as it does while it is being worked on.
    if (isOwnAddress(url, devServer) && isSamePage(url, contents.getURL())) return;
    event.preventDefault();
    openOutside(url);
  };
  contents.on('will-navigate', (event) => stay(event, event.url));
  contents.on('will-redirect', (event) => stay(event, event.url));
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url);
    return { action: 'deny' };
  });
}

/** Links to the web and to mail go to the programs for them; every other scheme is left alone. */
export function openOutside(url: string): Promise<void> {
  return isForOutside(url) ? shell.openExternal(url).catch(() => undefined) : Promise.resolve();
}
