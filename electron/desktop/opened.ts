import { app } from 'electron';

/** What is done with what the system opens with the app. */
interface Openers {
  openLink(link: string): void;
  openFiles(paths: readonly string[]): void;
}

/**
 * Hears of links and files that the system opens with the app: macOS tells them by events, which may come before there is
 * anybody to show them. The first of the links waits, and all files.
 */
export function gatherOpened(): { follow(openers: Openers): void } {
  let earlyLink: string | undefined;
  const earlyFiles: string[] = [];
  let openers: Openers = {
    openLink(link) {
      earlyLink ??= link;
    },
    openFiles: (paths) => void earlyFiles.push(...paths),
  };
  app.on('open-url', (event, link) => {
    event.preventDefault();
    openers.openLink(link);
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    openers.openFiles([path]);
  });
  return {
    follow(run) {
      openers = run;
      if (earlyLink !== undefined) run.openLink(earlyLink);
      if (earlyFiles.length > 0) run.openFiles(earlyFiles);
    },
  };
}
