import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Request } from '../../../electron/core/model/request';
import { isOver } from '../../../electron/core/records';
import { lastUnsent } from '../../../electron/core/requests/replies';
import { KeyHint } from '../../shared/key-hint';
import { act } from '../../state/act';
import { useBook } from '../../state/use-book';
import { useNow } from '../../state/use-now';
import { useDesk } from './desk';
import classes from './item.module.css';
import { copyReply, findNextCall, moveToCall } from './item-acts';
import { SplitOff } from './split-off';
import type { WeekCall } from './week-picture';
import { useOthers, WhereTo } from './where-to';

interface ItemActionsProps {
  request: Request;
  call?: WeekCall;
  isExpanded: boolean;
}

interface Action {
  key: string;
  text: string;
  run: () => unknown;
}

/** What can be done with the item that has the keys, each with its key. */
export function ItemActions({ request, call, isExpanded }: ItemActionsProps) {
  const { t } = useTranslation();
  const state = useBook((each) => each);
  const now = useNow();
  const name = { request: request.id };
  const isOnAgenda = call?.items.includes(request) ?? false;
  const desk = useDesk();
  const others = useOthers(request);
  const [asking, setAsking] = useState<'join' | 'split'>();
  const client = state.clients.find((each) => each.id === request.clientId);
  const next = isOnAgenda ? findNextCall(state, request, call?.occurrence, now) : undefined;

  const actions: Action[] = [];
  const add = (isOffered: boolean, key: string, text: string, run: () => unknown) => {
    if (isOffered) actions.push({ key, text, run });
  };
  const isOpen = request.status === 'open' || isOnAgenda;
  add(!isOver(request), 'D', t('week.act.done'), () => act('request.done', name));
  add(isOpen, 'W', t('week.act.wait'), () => act('request.wait', name));
  add(isOpen, 'P', t('week.act.park'), () => act('request.park', name));
  add(!isOpen, 'R', t('week.act.reopen'), () => act('request.reopen', name));
  add(next !== undefined, 'M', t('week.act.move'), () => next && moveToCall(request.id, next));
  add(!isOver(request), 'X', t('week.act.decline'), () => act('request.decline', name));
  // Unfolded, the letter has these keys, for the words as they stand there.
  add(!isExpanded && !isOver(request), 'C', t('week.act.copy'), () => copyReply(request.id));
  add(!isExpanded && lastUnsent(request) !== undefined, 'S', t('week.act.sent'), () => act('request.sent', name));
  add(!isOver(request) && others.length > 0, 'I', t('week.act.join'), () => setAsking('join'));
  add(!isOver(request) && request.contacts.length > 1, 'L', t('week.act.split'), () => setAsking('split'));

  function leave(): void {
    setAsking(undefined);
    desk.goTo(request.id);
  }
  if (asking === 'join') return <WhereTo request={request} onLeave={leave} />;
  if (asking === 'split') return <SplitOff request={request} client={client} onLeave={leave} />;
  return (
    <div className={classes.actions}>
      {actions.map(({ key, text, run }) => (
        <button key={key} type="button" className={classes.action} aria-keyshortcuts={key} onClick={run}>
          {text} <KeyHint keys={key} />
        </button>
      ))}
    </div>
  );
}
