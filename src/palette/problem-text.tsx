import { useTranslation } from 'react-i18next';
import type { Problem } from '../../electron/core/model/problem';
import classes from './palette.module.css';

/** The reason, in the refusal's own words; notice-words would bring the schemas along, which the palette is too small for. */
export function ProblemText({ problem }: { problem: Problem }) {
  const { t } = useTranslation();
  return (
    <p className={classes.problem}>
      <strong>{t(`problems.${problem.code}.title`)}</strong> {problem.message}{' '}
      {problem.action ?? t(`problems.${problem.code}.next`)}
    </p>
  );
}
