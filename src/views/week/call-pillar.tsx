import type { DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { countContacts } from '../../../electron/core/records';
import { wordClash } from '../../shared/occurrence/word-clash';
import { nameRequest } from '../../shared/request/word-request';
import { showTime } from '../../shared/show-time';
import { useBook } from '../../state/use-book';
import classes from './call-pillar.module.css';
import { TheirTime } from './call-times';
import { useDesk } from './desk';
import { FillBar } from './fill-bar';
import { arrange } from './item-acts';
import { moveBefore } from './reorder';
import type { WeekCall } from './week-picture';

interface CallPillarProps {
  call: WeekCall;
  isNext: boolean;
  /** Where there is little room, its cards only count. */
  isBrief: boolean;
  isOpen: boolean;
}

/** A call that lies closed: a pillar of the week with its requests settled under it. */
export function CallPillar({ call, isNext, isBrief, isOpen }: CallPillarProps) {
  const { t } = useTranslation();
  const desk = useDesk();
  const timeZone = useBook((state) => state.settings.timeZone);
  const { client, occurrence } = call;
  const requests = call.groups.flatMap((group) => group.items);

  function drop(event: DragEvent): void {
    const id = desk.dragged.current;
    if (id === undefined || call.isOver) return;
    event.preventDefault();
    void arrange(
      occurrence,
      moveBefore(
        requests.map((each) => each.id),
        id,
        undefined,
      ),
    );
  }

  return (
    <article
      className={classes.pillar}
      data-over={call.isOver || undefined}
      data-open={isOpen || undefined}
      data-brief={isBrief || undefined}
      onDragOver={(event) => desk.dragged.current !== undefined && !call.isOver && event.preventDefault()}
      onDrop={drop}
    >
      <h3 className={classes.name}>
        <button type="button" onClick={() => desk.openCall(call.key)} aria-pressed={isOpen}>
          <span className={classes.time}>{showTime(occurrence.startsAt, timeZone)}</span>
          <span className={classes.client}>{client.name}</span>
        </button>
      </h3>
      {!isBrief && (
        <p className={classes.theirs}>
          {isNext && <strong>{t('week.next')}</strong>}
          <TheirTime occurrence={occurrence} clientZone={client.timeZone} isShort />
        </p>
      )}
      {call.clash && !call.isOver && <p className={classes.clash}>{wordClash(call.clash, client.name)}</p>}
      {!call.isOver && requests.length > 0 && <FillBar planned={call.minutesPlanned} available={occurrence.minutes} />}
      {isBrief ? (
        <p className={classes.brief}>{!call.isOver && !call.clash && t('week.onIt', { count: requests.length })}</p>
      ) : (
        <ul className={classes.cards}>
          {requests.map((request) => (
            <li
              key={request.id}
              draggable
              onDragStart={(event) => {
                desk.dragged.current = request.id;
                event.dataTransfer.setData('text/plain', nameRequest(request));
              }}
            >
              <button type="button" className={classes.card} tabIndex={-1} onClick={() => desk.select(request.id)}>
                {nameRequest(request)}
                {countContacts(request) > 1 && <span className={classes.count}> ×{countContacts(request)}</span>}
              </button>
            </li>
          ))}
          {call.closed.map((request) => (
            <li key={request.id} className={classes.closed}>
              {nameRequest(request)}
            </li>
          ))}
        </ul>
      )}
      {!isBrief && requests.length === 0 && !call.isOver && !call.clash && (
        <p className={classes.nothing}>{t('week.nothing')}</p>
      )}
    </article>
  );
}
