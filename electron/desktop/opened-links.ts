import { app } from 'electron';

/**
 * Hears of links that the system opens with the app: macOS tells them by an event, which may come before there is
 * anybody to show them. The first of those waits.
 */
export function gatherLinks(): { follow(open: (link: string) => void): void } {
  let early: string | undefined;
  let open = (link: string) => {
    early ??= link;
  };
  app.on('open-url', (event, link) => {
    event.preventDefault();
    open(link);
  });
  return {
    follow(run) {
      open = run;
      if (early !== undefined) run(early);
    },
  };
}
