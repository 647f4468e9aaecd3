import { useTranslation } from 'react-i18next';
import type { Client } from '../../../electron/core/model/client';
import type { Request } from '../../../electron/core/model/request';
import { contactsByPerson } from '../../../electron/core/prep';
import { readReplyState } from '../../shared/request/reply-state';
import { wordMoment } from '../../shared/request/word-request';
import { useBook } from '../../state/use-book';
import { useNow } from '../../state/use-now';
import { ContactLine } from './contact-line';
import classes from './request-panel.module.css';

/** What came and what went out, newest first; of several people under their names. */
export function RequestCame({ request, client }: { request: Request; client: Client }) {
  const { t } = useTranslation();
  const now = useNow();
  const timeZone = useBook((state) => state.settings.timeZone);
  const reply = readReplyState(request);
  const groups = contactsByPerson(client, request);
  const isOfSeveral = groups.length > 1;
  return (
    <section className={classes.part}>
      <h4>{t('week.panel.came')}</h4>
      {reply.kind !== 'none' && (
        <p className={classes.replied}>
          <span className={classes.when}>{wordMoment(reply.at, now, timeZone)}</span>
          <span>{t(`week.reply.${reply.kind}`)}</span>
        </p>
      )}
      {groups.map(({ person, contacts, count }) => (
        <div key={person} className={classes.group}>
          {isOfSeveral && (
            <h5>
              {person || t('week.panel.nobody')}
              {count > 1 && ` ×${count}`}
            </h5>
          )}
          <ol className={classes.contacts}>
            {contacts
              .toSorted((one, other) => other.at.localeCompare(one.at))
              .map((contact) => (
                <ContactLine
                  key={contact.id}
                  request={request}
                  contact={contact}
                  person={isOfSeveral ? undefined : person}
                />
              ))}
          </ol>
        </div>
      ))}
    </section>
  );
}
