import { TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nextOccurrences } from '../../../electron/core/calls/occurrences';
import type { Client } from '../../../electron/core/model/client';
import { Button } from '../../shared/button';
import { EmptyState } from '../../shared/empty-state';
import { Page } from '../../shared/page';
import { showNearDay, showTime } from '../../shared/show-time';
import { addressOf, goTo } from '../../state/place';
import { useBook } from '../../state/use-book';
import { useNow } from '../../state/use-now';
import { AddClient } from './add-client';
import classes from './client-list.module.css';
import { findClients } from './find-clients';

export function ClientList({ lastId }: { lastId: string | undefined }) {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  const clients = useBook((state) => state.clients);
  const [text, setText] = useState('');
  // Once the form was open, the button takes the focus back when it is drawn again.
  const [adding, setAdding] = useState<'not-yet' | 'now' | 'over'>('not-yet');
  const isAdding = adding === 'now';
  const found = findClients(clients, text);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only when one comes back to the list
  useEffect(() => {
    // Not from whoever came by a link beside it.
    if (lastId === undefined || !document.activeElement?.matches('body, main')) return;
    list.current?.querySelector<HTMLElement>(`[data-client="${CSS.escape(lastId)}"]`)?.focus();
  }, []);

  function openFirst(event: KeyboardEvent): void {
    const [first] = found;
    if (event.key === 'Enter' && first) goTo('clients', first.id);
    if (event.key === 'Escape') setText('');
  }

  const add = (
    <Button kind="main" autoFocus={adding === 'over'} onClick={() => setAdding('now')}>
      {t('clients.add')}
    </Button>
  );
  return (
    <Page
      title={t('clients.title')}
      line={clients.length > 0 && t('clients.count', { count: clients.length })}
      actions={!isAdding && clients.length > 0 && add}
    >
      {isAdding && <AddClient onClose={() => setAdding('over')} />}
      {clients.length === 0 && !isAdding && (
        <EmptyState title={t('clients.empty')} action={add}>
          {t('clients.emptyText')}
        </EmptyState>
      )}
      {clients.length > 0 && (
        <div data-fields="stacked" className={classes.filter}>
          <TextInput
            type="search"
            aria-label={t('clients.filter')}
            placeholder={t('clients.filter')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={openFirst}
          />
        </div>
      )}
      {clients.length > 0 && found.length === 0 && <p className={classes.none}>{t('clients.none', { text })}</p>}
      <ul ref={list}>
        {found.map((client) => (
          <ClientRow key={client.id} client={client} />
        ))}
      </ul>
    </Page>
  );
}

function ClientRow({ client }: { client: Client }) {
  const { t } = useTranslation();
  const now = useNow();
  const timeZone = useBook((state) => state.settings.timeZone);
  const calls = useBook((state) => state.calls.filter((call) => call.clientId === client.id));
  const open = useBook(
    (state) => state.requests.filter((request) => request.clientId === client.id && request.status === 'open').length,
  );
  const [next] = nextOccurrences(calls, now, 1);
  return (
    <li>
      <a className={classes.row} data-client={client.id} href={addressOf('clients', client.id)}>
        <span className={classes.who}>
          <span className={classes.name}>{client.name}</span>
          <span className={classes.people}>{client.people.map((person) => person.name).join(', ')}</span>
        </span>
        <span className={classes.call} data-none={!next || undefined}>
          {next
            ? `${showNearDay(next.startsAt, now, timeZone)} ${showTime(next.startsAt, timeZone)}`
            : t('clients.noCall')}
        </span>
        <span className={classes.open}>{open > 0 && t('clients.openCount', { count: open })}</span>
      </a>
    </li>
  );
}
