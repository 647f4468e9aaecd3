import type { Problem } from '../../electron/core/model/problem';
import { wordProblem } from '../words/notice-words';
import classes from './problem-line.module.css';

/** A problem in words: what it is, what exactly happened, what to do next. */
export function ProblemLine({ problem }: { problem: Problem }) {
  const { title, explanation, next } = wordProblem(problem);
  return (
    <div className={classes.problem} role="alert">
      <p className={classes.title}>{title}</p>
      <p>
        {explanation} {next}
      </p>
      {problem.candidates && <p>{problem.candidates.join(' · ')}</p>}
    </div>
  );
}
