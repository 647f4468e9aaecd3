import '../theme/fonts';
import '../theme/variables.css';
import '../theme/global.css';
import type { Root } from 'react-dom/client';
import type { Problem } from '../../electron/core/model/problem';
import { ProblemLine } from '../shared/problem-line';
import classes from './start-problem.module.css';

/** The book could not be opened: there is no state, so there is nothing to show but why. */
export function showStartProblem(root: Root, problem: Problem): void {
  root.render(
    <main className={classes.page}>
      <ProblemLine problem={problem} />
    </main>,
  );
}
