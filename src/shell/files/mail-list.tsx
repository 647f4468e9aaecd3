import { useTranslation } from 'react-i18next';
import type { Output } from '../../../electron/ipc/contract/contract';
import { Button } from '../../shared/button';
import { dismissTaken } from '../../state/files';
import { goTo } from '../../state/place';
import classes from './taken-files.module.css';

type Mail = NonNullable<Output<'import.paths'>['requests']>[number];

/** More than these are counted. */
const SHOWN = 8;

/** The mails that became entries: whose, about what, and where they went. */
export function MailList({ mails }: { mails: readonly Mail[] }) {
  const { t } = useTranslation();
  if (mails.length === 0) return null;

  function open({ requestId }: Mail): void {
    dismissTaken();
    goTo('week', requestId);
  }

  return (
    <ul className={classes.list}>
      {mails.slice(0, SHOWN).map((mail, index) => {
        const { requestId, client, person, subject, direction, joined, count } = mail;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list only grows at its end; a request may be in it twice
          <li key={`${requestId} ${index}`} className={classes.row}>
            <span>
              <strong>{client}</strong> {subject || t('request.noSubject')}
              <span className={classes.detail}>
                {[person, t(`files.went.${wentTo(mail)}`, { count })].filter(Boolean).join(' · ')}
              </span>
            </span>
            {(direction === 'in' || joined) && (
              <Button kind="plain" aria-label={t('files.openOne', { subject })} onClick={() => open(mail)}>
                {t('files.open')}
              </Button>
            )}
          </li>
        );
      })}
      {mails.length > SHOWN && <li>{t('files.more', { count: mails.length - SHOWN })}</li>}
    </ul>
  );
}

function wentTo({ direction, joined }: Mail): 'answer' | 'mine' | 'joined' | 'new' {
  if (direction === 'out') return joined ? 'answer' : 'mine';
  return joined ? 'joined' : 'new';
}
