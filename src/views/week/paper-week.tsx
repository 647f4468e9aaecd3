import { useTranslation } from 'react-i18next';
import type { Client } from '../../../electron/core/model/client';
import type { Request } from '../../../electron/core/model/request';
import { countContacts } from '../../../electron/core/records';
import { nameRequest } from '../../shared/request/word-request';
import { showDate, showDay, showTime } from '../../shared/show-time';
import { useBook } from '../../state/use-book';
import { CallTime, TheirTime } from './call-times';
import classes from './paper-week.module.css';
import { showWeek } from './week-head';
import type { WeekCall, WeekPicture } from './week-picture';

/** The week as a page of a paper diary: every call with all that is on it, and room to write. Seen only in print. */
export function PaperWeek({ picture }: { picture: WeekPicture }) {
  const { t } = useTranslation();
  const timeZone = useBook((state) => state.settings.timeZone);
  return (
    <div className={classes.paper}>
      <h1>{showWeek(picture.week)}</h1>
      {picture.days
        .filter((day) => day.calls.length > 0)
        .map((day) => (
          <section key={day.date.toString()} className={classes.day}>
            <h2>{showDate(day.date, 'long')}</h2>
            {day.calls.map((call) => (
              <PaperCall key={call.key} call={call} />
            ))}
          </section>
        ))}
      {picture.withoutCall.length > 0 && (
        <section className={classes.day}>
          <h2>{t('week.withoutCall')}</h2>
          {picture.withoutCall.map(({ key, client, items }) => (
            <div key={key} className={classes.call}>
              <h3>{client.name}</h3>
              <PaperList client={client} items={items} />
            </div>
          ))}
        </section>
      )}
      {picture.beyond.some(({ items }) => items.length > 0) && (
        <section className={classes.day}>
          <h2>{t('week.beyond')}</h2>
          {picture.beyond
            .filter(({ items }) => items.length > 0)
            .map(({ key, client, occurrence, items }) => (
              <div key={key} className={classes.call}>
                <h3>{client.name}</h3>
                {occurrence && (
                  <p className={classes.when}>
                    {showDay(occurrence.startsAt, timeZone)}, {showTime(occurrence.startsAt, timeZone)}
                  </p>
                )}
                <PaperList client={client} items={items} />
              </div>
            ))}
        </section>
      )}
    </div>
  );
}

function PaperCall({ call }: { call: WeekCall }) {
  const { t } = useTranslation();
  const { client, occurrence } = call;
  return (
    <div className={classes.call}>
      <h3>{client.name}</h3>
      <p className={classes.when}>
        <CallTime occurrence={occurrence} /> <TheirTime occurrence={occurrence} clientZone={client.timeZone} />
      </p>
      <PaperList client={client} items={call.groups.flatMap((group) => group.items)} />
      {call.waiting.length > 0 && (
        <p className={classes.quiet}>
          {t('week.waiting')}: {call.waiting.map(nameRequest).join(', ')}
        </p>
      )}
    </div>
  );
}

function PaperList({ client, items }: { client: Client; items: readonly Request[] }) {
  const { t } = useTranslation();
  function nameOf({ contacts }: Request): string | undefined {
    return client.people.find((person) => contacts.some((contact) => contact.personId === person.id))?.name;
  }
  return (
    <ul className={classes.items}>
      {items.map((request) => (
        <li key={request.id}>
          <strong>{nameRequest(request)}</strong>
          {countContacts(request) > 1 && ` ×${countContacts(request)}`}
          <span className={classes.notes}>
            {[
              nameOf(request),
              request.neededBy && t('week.neededBy', { day: showDate(request.neededBy) }),
              request.notes,
            ]
              .filter(Boolean)
              .map((text) => ` · ${text}`)
              .join('')}
          </span>
        </li>
      ))}
    </ul>
  );
}
