import classes from './taken-files.module.css';

interface LinesProps {
  title: string;
  lines: readonly { what: string; why: string }[];
  isTrouble?: boolean;
}

/** What was passed over or refused, each with the reason. */
export function Lines({ title, lines, isTrouble }: LinesProps) {
  if (lines.length === 0) return null;
  return (
    <section className={classes.part} data-trouble={isTrouble || undefined}>
      <h3>{title}</h3>
      <ul>
        {lines.map(({ what, why }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a list that never changes, of lines that may say the same
          <li key={index} className={classes.line}>
            <span className={classes.what}>{what}</span>
            <span>{why}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
