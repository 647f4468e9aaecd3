import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../shared/button';
import { KeyHint } from '../shared/key-hint';
import { useBook } from '../state/use-book';
import classes from './keyboard-help.module.css';

/** Every key there is, on one small page. */
export function KeyboardHelp({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const shortcut = useBook((state) => state.device.shortcut);
  useEffect(() => dialog.current?.showModal(), []);

  const groups = [
    {
      title: t('keys.everywhere'),
      keys: [
        ...(shortcut ? [{ keys: [shortcut], text: t('keys.log') }] : []),
        { keys: ['Mod+1', 'Mod+7'], text: t('keys.switch') },
        { keys: ['Mod+Z'], text: t('keys.undo') },
        { keys: ['Mod+O'], text: t('keys.files') },
        { keys: ['F6'], text: t('keys.parts') },
        { keys: ['Esc'], text: t('keys.leave') },
        { keys: ['?'], text: t('keys.help') },
      ],
    },
    {
      title: t('keys.inWeek'),
      keys: [
        { keys: ['J', 'K'], text: t('keys.move') },
        { keys: ['Enter'], text: t('keys.unfold') },
        { keys: ['D'], text: t('week.act.done') },
        { keys: ['W'], text: t('week.act.wait') },
        { keys: ['P'], text: t('week.act.park') },
        { keys: ['X'], text: t('week.act.decline') },
        { keys: ['R'], text: t('week.act.reopen') },
        { keys: ['M'], text: t('keys.nextCall') },
        { keys: ['I'], text: t('week.act.join') },
        { keys: ['L'], text: t('week.act.split') },
        { keys: ['C'], text: t('week.act.copy') },
        { keys: ['S'], text: t('keys.sent') },
        { keys: ['Alt+↑', 'Alt+↓'], text: t('keys.arrange') },
        { keys: ['1', '5'], text: t('keys.ways') },
        { keys: ['0'], text: t('keys.skipClash') },
        { keys: ['H'], text: t('keys.holdClash') },
        { keys: ['[', ']'], text: t('keys.otherWeek') },
        { keys: ['T'], text: t('week.today') },
      ],
    },
    {
      title: t('keys.inCalendar'),
      keys: [
        { keys: ['←', '→'], text: t('keys.otherSpan') },
        { keys: ['T'], text: t('calendar.today.week') },
        { keys: ['V'], text: t('keys.weekOrMonth') },
        { keys: ['J', 'K'], text: t('keys.calls') },
        { keys: ['Enter'], text: t('keys.openCall') },
        { keys: ['M'], text: t('keys.moveCall') },
      ],
    },
    {
      title: t('keys.inLog'),
      keys: [
        { keys: ['J', 'K'], text: t('keys.move') },
        { keys: ['E'], text: t('keys.edit') },
        { keys: ['U'], text: t('keys.undoEntry') },
        { keys: ['Del'], text: t('keys.delete') },
        { keys: ['/', 'Mod+F'], text: t('keys.find') },
        { keys: ['L'], text: t('keys.logUnplanned') },
        { keys: ['X'], text: t('keys.leaveUnplanned') },
      ],
    },
  ];
  return (
    <dialog ref={dialog} className={classes.dialog} aria-labelledby="keys-title" onClose={onClose}>
      <header className={classes.head}>
        <h2 id="keys-title">{t('keys.title')}</h2>
        <Button kind="plain" onClick={() => dialog.current?.close()}>
          {t('keys.close')}
        </Button>
      </header>
      {groups.map((group) => (
        <section key={group.title} className={classes.group}>
          <h3>{group.title}</h3>
          <dl>
            {group.keys.map(({ keys, text }) => (
              <div key={text} className={classes.row}>
                <dt>
                  {keys.map((each, index) => (
                    <span key={each}>
                      {index > 0 && ' – '}
                      <KeyHint keys={each} />
                    </span>
                  ))}
                </dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </dialog>
  );
}
