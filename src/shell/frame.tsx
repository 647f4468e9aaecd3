import { Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { goTo, parsePlace, usePlace } from '../state/place';
import { TakenFiles } from './files/taken-files';
import classes from './frame.module.css';
import { KeyboardHelp } from './keyboard-help';
import { NoticeBoard } from './notice-board';
import { Rail } from './rail';
import { useShortcuts } from './use-shortcuts';
import { views } from './views';
import { ZoneLine } from './zone-line';

/** The window: the rail with the views at the left, the view in the rest. */
export function Frame() {
  const { t } = useTranslation();
  const place = usePlace();
  const View = views[place.view];
  const main = useRef<HTMLElement>(null);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const showHelp = useCallback(() => setHelpOpen(true), []);

  useShortcuts(showHelp);
  useEffect(() => {
    document.title = t('app.title', { view: t(`views.${place.view}`) });
  }, [place.view, t]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another place is why this happens
  useEffect(() => {
    // Where the focus was is gone with the page before: it begins at the top of this one.
    if (document.activeElement !== document.body) return;
    main.current?.focus();
    main.current?.scrollTo({ top: 0 });
  }, [place]);
  useEffect(
    () =>
      window.untilFriday.onOpen((address) => {
        const { view, detail } = parsePlace(address);
        goTo(view, detail);
        main.current?.focus();
      }),
    [],
  );

  return (
    <div className={classes.frame}>
      <button type="button" className={classes.skip} onClick={() => main.current?.focus()}>
        {t('app.skip')}
      </button>
      <Rail view={place.view} onHelp={showHelp} />
      <main ref={main} key={place.view} tabIndex={-1} className={classes.main}>
        <ZoneLine />
        <Suspense fallback={null}>
          <View />
        </Suspense>
      </main>
      <NoticeBoard />
      <TakenFiles />
      {isHelpOpen && <KeyboardHelp onClose={() => setHelpOpen(false)} />}
    </div>
  );
}
