import classes from './letter-warnings.module.css';

interface Warning {
  code: string;
  text: string;
  /** What to do about it. */
  action?: string;
}

/** What to mind before a letter is sent, beneath it. */
export function LetterWarnings({ warnings }: { warnings: readonly Warning[] }) {
  return warnings.map(({ code, text, action }) => (
    <p key={`${code} ${text}`} className={classes.warning}>
      {text} {action}
    </p>
  ));
}
