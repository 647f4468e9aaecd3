import { useTranslation } from 'react-i18next';
import { personOf } from '../../../electron/core/find';
import type { Client } from '../../../electron/core/model/client';
import type { Contact, Request } from '../../../electron/core/model/request';
import { readReplyState } from '../../shared/request/reply-state';
import { wordMoment } from '../../shared/request/word-request';
import { useBook } from '../../state/use-book';
import { useNow } from '../../state/use-now';
import classes from './request-panel.module.css';

/** What came and what went out, newest first. */
export function RequestCame({ request, client }: { request: Request; client: Client }) {
  const { t } = useTranslation();
  const now = useNow();
  const timeZone = useBook((state) => state.settings.timeZone);
  const reply = readReplyState(request);
  const contacts = request.contacts.toSorted((one, other) => other.at.localeCompare(one.at));

  function nameContact({ channel, direction }: Contact): string {
    return direction === 'in' ? t(`request.channelNames.${channel}`) : t(`request.mine.${channel}`);
  }

  return (
    <section className={classes.part}>
      <h4>{t('week.panel.came')}</h4>
      <ol className={classes.contacts}>
        {reply.kind !== 'none' && (
          <li>
            <span className={classes.when}>{wordMoment(reply.at, now, timeZone)}</span>
            <span>{t(`week.reply.${reply.kind}`)}</span>
          </li>
        )}
        {contacts.map((contact) => (
          <li key={contact.id}>
            <span className={classes.when}>{wordMoment(contact.at, now, timeZone)}</span>
            <span>
              {nameContact(contact)}
              {contact.count > 1 && ` ×${contact.count}`}
              {contact.minutes ? `, ${t('time.minutes', { count: contact.minutes })}` : ''}
              <span className={classes.who}>{personOf(client, contact)?.name}</span>
              {contact.subject && contact.subject !== request.subject && <q>{contact.subject}</q>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
