import classes from './palette.module.css';
import type { Chip } from './understood';

/** What the line was understood as, piece by piece. */
export function ChipsRow({ chips }: { chips: readonly Chip[] }) {
  return (
    <>
      {chips.map(({ name, text }) => (
        <span key={name} className={classes.chip} data-chip={name}>
          {text}
        </span>
      ))}
    </>
  );
}
