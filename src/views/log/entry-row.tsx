import { useTranslation } from 'react-i18next';
import type { Entry } from '../../../electron/ipc/contract/answers';
import { Button } from '../../shared/button';
import { showLength, showTime } from '../../shared/show-time';
import { act } from '../../state/act';
import { useBook } from '../../state/use-book';
import classes from './entry-list.module.css';

interface EntryRowProps {
  entry: Entry;
  /** The one the Tab key comes to. */
  isCurrent: boolean;
  onFocus: () => void;
  onEdit: () => void;
  onRemove: () => void;
  /** Where its last change can be taken back. */
  onUndo: (() => void) | undefined;
}

/** One contact in one line: when, who, how, about what. */
export function EntryRow({ entry, isCurrent, onFocus, onEdit, onRemove, onUndo }: EntryRowProps) {
  const { t } = useTranslation();
  const { contact, subject } = entry;
  const timeZone = useBook((state) => state.settings.timeZone);
  const client = useBook((state) => state.clients.find((each) => each.id === entry.clientId));
  const isShared = useBook((state) =>
    [state.requests, ...Object.values(state.history)]
      .flat()
      .some((request) => request.id === entry.requestId && request.contacts.length > 1),
  );
  const former = contact.former?.at(-1);
  const person = client?.people.find((each) => each.id === contact.personId)?.name;

  const channel = t(`log.channels.${contact.channel}`);
  const how = [
    contact.count > 1 ? t('log.channelCount', { channel, count: contact.count }) : channel,
    contact.direction === 'out' && t('log.out'),
    contact.minutes && showLength(contact.minutes),
    contact.isAfterHours && t('log.afterHours'),
    contact.during && t(contact.during === 'callback-block' ? 'log.inBlock' : 'log.inCall'),
  ];
  const isOver = entry.status === 'done' || entry.status === 'declined';
  const about = contact.subject || (subject && t('log.partOf', { subject })) || t('log.noSubject');
  return (
    <li className={classes.row} data-entry={contact.id} tabIndex={isCurrent ? 0 : -1} onFocus={onFocus}>
      <time className={classes.time} dateTime={contact.at}>
        {showTime(contact.at, timeZone)}
      </time>
      <div className={classes.entry}>
        <div className={classes.what}>
          <p>
            <span className={classes.client}>{client?.name}</span>
            {person && <span className={classes.person}>{person}</span>}
            <span className={classes.how}>{how.filter(Boolean).join(' · ')}</span>
          </p>
          <p className={classes.about} data-said={contact.subject ? true : undefined}>
            {about}
            {former && <span className={classes.how}>{t('log.was', { text: former })}</span>}
            {isOver && <span className={classes.how}> · {t('log.closed')}</span>}
          </p>
        </div>
        <div className={classes.buttons}>
          <Button kind="plain" onClick={onEdit} tabIndex={isCurrent ? 0 : -1}>
            {t('log.edit')}
          </Button>
          {isShared && (
            <Button
              kind="plain"
              onClick={() => act('contact.split', { contact: contact.id })}
              tabIndex={isCurrent ? 0 : -1}
            >
              {t('log.split')}
            </Button>
          )}
          {onUndo && (
            <Button kind="plain" onClick={onUndo} tabIndex={isCurrent ? 0 : -1}>
              {t('log.undo')}
            </Button>
          )}
          <Button kind="plain" onClick={onRemove} tabIndex={isCurrent ? 0 : -1}>
            {t('log.delete')}
          </Button>
        </div>
      </div>
    </li>
  );
}
