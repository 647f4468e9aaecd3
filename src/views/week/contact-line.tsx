import i18next from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact, Request } from '../../../electron/core/model/request';
import { Button } from '../../shared/button';
import { wordMoment } from '../../shared/request/word-request';
import { useBook } from '../../state/use-book';
import { useNow } from '../../state/use-now';
import classes from './request-panel.module.css';
import { useOthers, WhereTo } from './where-to';

interface ContactLineProps {
  request: Request;
  contact: Contact;
  /** Unless it stands under their name. */
  person?: string | undefined;
}

/** How somebody got in touch: `Missed call ×2`. */
export function nameContact({ channel, direction, count }: Contact): string {
  const how = direction === 'in' ? i18next.t(`request.channelNames.${channel}`) : i18next.t(`request.mine.${channel}`);
  return `${how}${count > 1 ? ` ×${count}` : ''}`;
}

/** One contact of a request, and where else it may belong. */
export function ContactLine({ request, contact, person }: ContactLineProps) {
  const { t } = useTranslation();
  const now = useNow();
  const timeZone = useBook((state) => state.settings.timeZone);
  const [isAsking, setIsAsking] = useState(false);
  const isMovable = useOthers(request).length > 0 || request.contacts.length > 1;
  const when = wordMoment(contact.at, now, timeZone);
  const former = contact.former?.at(-1);
  return (
    <li>
      <span className={classes.when}>{when}</span>
      <span>
        {nameContact(contact)}
        {contact.minutes ? `, ${t('time.minutes', { count: contact.minutes })}` : ''}
        <span className={classes.who}>{person}</span>
        {contact.subject && contact.subject !== request.subject && <q>{contact.subject}</q>}
        {former && <small className={classes.former}>{t('week.panel.was', { text: former })}</small>}
      </span>
      {isMovable && (
        <Button
          kind="plain"
          className={classes.move}
          aria-expanded={isAsking}
          aria-label={t('week.join.moveOf', { what: `${nameContact(contact)}, ${when}` })}
          onClick={() => setIsAsking(!isAsking)}
        >
          {t('week.join.move')}
        </Button>
      )}
      {isAsking && (
        <div className={classes.asked}>
          <WhereTo request={request} contact={contact} onLeave={() => setIsAsking(false)} />
        </div>
      )}
    </li>
  );
}
