import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../shared/button';
import { isWriting } from '../shared/is-writing';
import { KeyHint } from '../shared/key-hint';
import { showZone } from '../shared/show-time';
import { declineZone, useZoneAway } from '../shared/zone-away';
import { act } from '../state/act';
import classes from './zone-line.module.css';

/** This computer is elsewhere: whether my days are to be counted there. One key for either answer. */
export function ZoneLine() {
  const away = useZoneAway();
  return away && !away.isDeclined ? <ZoneQuestion timeZone={away.timeZone} /> : null;
}

function ZoneQuestion({ timeZone }: { timeZone: string }) {
  const { t } = useTranslation();
  useEffect(() => {
    function handleKey(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
      if (event.key === 'y') void act('settings.set', { timeZone });
      else if (event.key === 'n') declineZone(timeZone);
      else return;
      event.preventDefault();
    }
    window.addEventListener('keydown', handleKey);
    return () => window.removeEventListener('keydown', handleKey);
  }, [timeZone]);
  return (
    <div className={classes.line} role="status">
      <p>{t('app.away', { place: showZone(timeZone) })}</p>
      <Button aria-keyshortcuts="Y" onClick={() => act('settings.set', { timeZone })}>
        {t('shared.yes')} <KeyHint keys="Y" />
      </Button>
      <Button kind="plain" aria-keyshortcuts="N" onClick={() => declineZone(timeZone)}>
        {t('shared.notNow')} <KeyHint keys="N" />
      </Button>
    </div>
  );
}
