import './theme/fonts';
import './words/i18n';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { Palette } from './palette/palette';
import { followScheme } from './palette/scheme';
import { book } from './state/book';

/** The palette's own small window: nothing is waited for before it can be typed into. */
function start(): void {
  const container = document.getElementById('root');
  if (!container) throw new Error('palette.html has no #root.');
  followScheme();
  const line = container.querySelector('input');
  // At once, so that no key falls between the line that was there and the one that takes its place.
  flushSync(() => createRoot(container).render(<Palette typed={line?.value ?? ''} />));
  void book.open(window.untilFriday);
}

start();
