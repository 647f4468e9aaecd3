import classes from './letter-warnings.module.css';

interface Warning {
  code: string;
  text: string;
  /** What to do about it. */
  action?: string;
}

/** What to mind before a letter is sent, beneath it; what comes up while one writes is read out. */
export function LetterWarnings({ warnings }: { warnings: readonly Warning[] }) {
  return (
    <div aria-live="polite">
      {warnings.map(({ code, text, action }) => (
        <p key={`${code} ${text}`} className={classes.warning}>
          {text} {action}
        </p>
      ))}
    </div>
  );
}
