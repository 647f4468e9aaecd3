import { type KeyboardEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './palette.module.css';
import type { WayOut, Unknown as Ways } from './use-unknown';

/** Said where the line names nobody who is known. */
export function Unknown() {
  const { t } = useTranslation();
  return <span className={classes.unknown}>{t('palette.unknown')}</span>;
}

interface WaysOutProps {
  ways: Ways;
  log(isStaying: boolean): void;
  /** Back to the line. */
  leave(): void;
}

/** A new client by the guessed name, which can be put right, or to be asked about later; Enter does what is chosen. */
export function WaysOut({ ways, log, leave }: WaysOutProps) {
  const { t } = useTranslation();
  const id = useId();

  function handleKey(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') log(event.shiftKey);
    else if (event.key === 'Escape') leave();
    else return;
    event.preventDefault();
  }

  function take(way: WayOut): void {
    ways.choose(way);
    leave();
  }

  return (
    <ul className={classes.candidates} aria-label={t('palette.ways')}>
      <li className={classes.newClient}>
        <button id={id} type="button" tabIndex={-1} aria-pressed={ways.way === 'new'} onClick={() => take('new')}>
          {t('palette.newClient')}
        </button>
        <input
          type="text"
          autoComplete="off"
          spellCheck={false}
          aria-labelledby={id}
          placeholder={t('palette.newName')}
          value={ways.name}
          maxLength={300}
          onChange={(event) => ways.write(event.currentTarget.value)}
          onKeyDown={handleKey}
        />
      </li>
      <li>
        <button type="button" tabIndex={-1} aria-pressed={ways.way === 'later'} onClick={() => take('later')}>
          {t('palette.askLater')}
        </button>
      </li>
    </ul>
  );
}
