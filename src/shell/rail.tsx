import { useTranslation } from 'react-i18next';
import { Button } from '../shared/button';
import { KeyHint } from '../shared/key-hint';
import { act } from '../state/act';
import { pickFiles } from '../state/pick-files';
import { addressOf, type ViewName, viewNames } from '../state/place';
import { useBook } from '../state/use-book';
import { NowLine } from './now-line';
import classes from './rail.module.css';
import { SmallWeek } from './small-week';

/** The quiet side of the window: which week it is, how things stand now, and where one can go. */
export function Rail({ view, onHelp }: { view: ViewName; onHelp: () => void }) {
  const { t } = useTranslation();
  const shortcut = useBook((state) => state.device.shortcut);
  return (
    <header className={classes.rail}>
      <p className={classes.name}>
        Until <em>Friday</em>
      </p>
      <div className={classes.week}>
        <SmallWeek />
      </div>
      <NowLine />
      <nav aria-label={t('app.views')} tabIndex={-1} className={classes.views}>
        <ul>
          {viewNames.map((name, index) => (
            <li key={name}>
              <a
                href={addressOf(name)}
                aria-current={name === view ? 'page' : undefined}
                aria-keyshortcuts={`Control+${index + 1}`}
              >
                {t(`views.${name}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className={classes.foot}>
        <Button className={classes.log} onClick={() => act('window.open', { view: 'palette' })}>
          {t('app.log')}
        </Button>
        {shortcut && <KeyHint keys={shortcut} />}
        <Button kind="plain" className={classes.help} onClick={pickFiles} aria-keyshortcuts="Control+O">
          {t('settings.import')}
        </Button>
        <Button kind="plain" className={classes.help} onClick={onHelp} aria-keyshortcuts="?">
          {t('keys.title')}
        </Button>
      </div>
    </header>
  );
}
