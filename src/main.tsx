import './words/i18n';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { App } from './shell/app';
import { showStartProblem } from './shell/start-problem';
import { book } from './state/book';
import { ThemeRoot } from './theme/theme-root';

// The content security policy allows no code made at run time, which zod otherwise tries.
z.config({ jitless: true });

async function start(): Promise<void> {
  const container = document.getElementById('root');
  if (!container) throw new Error('index.html has no #root.');
  const root = createRoot(container);
  const problem = await book.open(window.untilFriday);
  if (problem) return showStartProblem(root, problem);
  root.render(
    <StrictMode>
      <ThemeRoot>
        <App />
      </ThemeRoot>
    </StrictMode>,
  );
}

void start();
