import type { DragEvent, KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../electron/core/model/client';
import type { Request } from '../../../electron/core/model/request';
import { countContacts, isOver } from '../../../electron/core/records';
import { isWriting } from '../../shared/is-writing';
import { pressKey } from '../../shared/request/press-key';
import { nameRequest } from '../../shared/request/word-request';
import spoken from '../../shared/spoken.module.css';
import { useDesk } from './desk';
import classes from './item.module.css';
import { ItemActions } from './item-actions';
import { arrange } from './item-acts';
import { ItemNotes } from './item-notes';
import { LateWays, useLate } from './late-ways';
import { moveBefore, moveByStep } from './reorder';
import { RequestPanel } from './request-panel';
import type { WeekCall } from './week-picture';

interface ItemProps {
  request: Request;
  client: Client;
  /** The call it stands on; its agenda can be put in order. */
  call?: WeekCall;
  isFirst?: boolean;
}

/** A request on the page: its line, and what can be done with it while it has the keys. */
export function Item({ request, client, call, isFirst = false }: ItemProps) {
  const { t } = useTranslation();
  const desk = useDesk();
  const isCurrent = desk.currentId === request.id;
  const isExpanded = desk.expandedId === request.id;
  const isOnAgenda = call?.items.includes(request) ?? false;
  const count = countContacts(request);
  const late = useLate(request);

  function handleKey(event: KeyboardEvent<HTMLLIElement>): void {
    if (event.key === 'Escape' && isExpanded && !event.defaultPrevented) {
      event.preventDefault();
      if (isWriting(event.target)) event.currentTarget.querySelector<HTMLElement>('[data-line]')?.focus();
      else desk.toggle(request.id);
      return;
    }
    if (
      call &&
      isOnAgenda &&
      event.altKey &&
      !isWriting(event.target) &&
      (event.key === 'ArrowUp' || event.key === 'ArrowDown')
    ) {
      event.preventDefault();
      const ids = moveByStep(call.groups, request.id, event.key === 'ArrowUp' ? -1 : 1);
      if (ids) void arrange(call.occurrence, ids);
      return;
    }
    pressKey(event);
  }

  function drop(event: DragEvent): void {
    const id = desk.dragged.current;
    if (!call || !isOnAgenda || id === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (id === request.id) return;
    const ids = call.groups.flatMap((group) => group.items.map((item) => item.id));
    const isDownwards = ids.includes(id) && ids.indexOf(id) < ids.indexOf(request.id);
    const before = isDownwards ? ids[ids.indexOf(request.id) + 1] : request.id;
    void arrange(call.occurrence, moveBefore(ids, id, before));
  }

  return (
    <li
      className={classes.item}
      data-item={request.id}
      data-current={isCurrent || undefined}
      data-expanded={isExpanded || undefined}
      data-status={request.status}
      draggable={isOnAgenda && !isExpanded}
      onDragStart={(event) => {
        desk.dragged.current = request.id;
        event.dataTransfer.setData('text/plain', nameRequest(request));
      }}
      onDragEnd={() => {
        desk.dragged.current = undefined;
      }}
      onDragOver={(event) => desk.dragged.current !== undefined && event.preventDefault()}
      onDrop={drop}
      onKeyDown={handleKey}
      onFocus={(event) => {
        // A click chooses when it is done: what moves under a pressed pointer is missed by it.
        if (event.target.matches(':focus-visible')) desk.select(request.id);
      }}
    >
      <button
        type="button"
        data-line=""
        className={classes.line}
        tabIndex={isCurrent || (isFirst && desk.currentId === undefined) ? 0 : -1}
        aria-expanded={isExpanded}
        onClick={() => desk.toggle(request.id)}
      >
        <span className={classes.subject}>
          <span className={request.subject ? undefined : classes.unsaid}>{nameRequest(request)}</span>
          {count > 1 && (
            <span className={classes.count}>
              <span aria-hidden="true">×{count}</span>
              <span className={spoken.spoken}>{t('week.times', { count })}</span>
            </span>
          )}
        </span>
        {isOnAgenda && <span className={classes.minutes}>{t('time.minutes', { count: request.minutes })}</span>}
      </button>
      {!isOver(request) && <ItemNotes request={request} client={client} isOnSheet={call !== undefined} late={late} />}
      {isCurrent && late && <LateWays late={late} />}
      {isCurrent && <ItemActions request={request} call={call} isExpanded={isExpanded} />}
      {isExpanded && <RequestPanel request={request} client={client} />}
    </li>
  );
}
