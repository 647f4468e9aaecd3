import i18next from 'i18next';
import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../shared/button';
import { KeyHint } from '../shared/key-hint';
import { ProblemLine } from '../shared/problem-line';
import { undo } from '../shared/undo';
import { dismissNotice, readNotices, type Shown, showNotice, subscribeNotices } from '../state/notices';
import { wordChange } from '../words/notice-words';
import classes from './notice-board.module.css';

const SHOWN_MILLISECONDS = 9_000;
/** There is more to read, and to decide. */
const MINDED_MILLISECONDS = 20_000;

/** What was just done, with undo; and what went wrong, until it is read. At the foot of the window. */
export function NoticeBoard() {
  const { t } = useTranslation();
  const notices = useSyncExternalStore(subscribeNotices, readNotices);
  useEffect(
    () =>
      window.untilFriday.onNotice((notice) => {
        // Undoing is announced by the window that asked for it.
        if (notice.kind === 'problem' || notice.note.code !== 'undone') showNotice(notice);
      }),
    [],
  );
  return (
    <section
      className={classes.board}
      aria-label={t('app.notices')}
      aria-live="polite"
      tabIndex={-1}
      data-part={notices.length > 0 || undefined}
    >
      {notices.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </section>
  );
}

function NoticeCard({ notice }: { notice: Shown }) {
  const { t } = useTranslation();
  const { id } = notice;
  const isChange = notice.kind === 'change';
  const shownFor = notice.mind === undefined ? SHOWN_MILLISECONDS : MINDED_MILLISECONDS;
  useEffect(() => {
    if (!isChange) return;
    const timer = setTimeout(() => dismissNotice(id), shownFor);
    return () => clearTimeout(timer);
  }, [id, isChange, shownFor]);

  if (notice.kind === 'problem')
    return (
      <div className={classes.card}>
        <ProblemLine problem={notice.problem} />
        <Button kind="plain" onClick={() => dismissNotice(id)}>
          {t('undo.dismiss')}
        </Button>
      </div>
    );
  const isUndone = notice.note.code === 'undone';
  return (
    <div className={classes.card}>
      <p>{isUndone ? String(notice.note.values.text) : wordDone(notice)}</p>
      {!isUndone && (
        <Button kind="plain" onClick={() => undo(notice.changeId)}>
          {t('undo.do')} <KeyHint keys="Mod+Z" />
        </Button>
      )}
    </div>
  );
}

/** `Call moved: Globex. Mind: Mon 23 Nov, 10:00 is over.` */
function wordDone({ note, mind }: Extract<Shown, { kind: 'change' }>): string {
  const done = wordChange(note);
  return mind === undefined ? done : i18next.t('undo.mind', { done, mind });
}
