import type { ReactNode } from 'react';
import type { Client } from '../../../electron/core/model/client';
import type { Request } from '../../../electron/core/model/request';
import { countContacts } from '../../../electron/core/records';
import { pressKey } from '../../shared/request/press-key';
import { nameRequest } from '../../shared/request/word-request';
import { goTo } from '../../state/place';
import classes from './reply-row.module.css';

interface ReplyRowProps {
  request: Request;
  client: Client;
  notes: string;
  isCurrent: boolean;
  onChoose: () => void;
  children: ReactNode;
}

/** One reply: for whom, about what, and the words when it has the keys. */
export function ReplyRow({ request, client, notes, isCurrent, onChoose, children }: ReplyRowProps) {
  const count = countContacts(request);
  return (
    <li
      className={classes.row}
      data-row={request.id}
      data-current={isCurrent || undefined}
      onKeyDown={(event) => {
        const isLine = event.target instanceof HTMLElement && event.target.matches('[data-line]');
        if (event.key === 'Enter' && isLine && isCurrent) {
          event.preventDefault();
          goTo('week', request.id);
        } else pressKey(event);
      }}
    >
      <button
        type="button"
        data-line=""
        className={classes.line}
        aria-expanded={isCurrent}
        tabIndex={isCurrent ? 0 : -1}
        onClick={onChoose}
      >
        <span className={classes.client}>{client.name}</span>
        <span className={classes.subject}>
          {nameRequest(request)}
          {count > 1 && <span className={classes.count}> ×{count}</span>}
        </span>
        <span className={classes.notes}>{notes}</span>
      </button>
      {isCurrent && <div className={classes.body}>{children}</div>}
    </li>
  );
}
