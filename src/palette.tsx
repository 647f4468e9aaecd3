import './palette/palette.css';
import './words/i18n';
import { createRoot } from 'react-dom/client';
import { Palette } from './palette/palette';
import { followScheme } from './palette/scheme';
import { book } from './state/book';

/** The palette's own small window: nothing is waited for before it can be typed into. */
function start(): void {
  const container = document.getElementById('root');
  if (!container) throw new Error('palette.html has no #root.');
  followScheme();
  createRoot(container).render(<Palette />);
  void book.open(window.untilFriday);
}

start();
