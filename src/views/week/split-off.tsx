import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { personOf } from '../../../electron/core/find';
import type { Client } from '../../../electron/core/model/client';
import type { Contact, Request } from '../../../electron/core/model/request';
import { wordMoment } from '../../shared/request/word-request';
import { useBook } from '../../state/use-book';
import { useNow } from '../../state/use-now';
import { ChoiceList } from './choice-list';
import { nameContact } from './contact-line';
import { WhereTo } from './where-to';

interface SplitOffProps {
  request: Request;
  client: Client | undefined;
  onLeave: () => void;
}

/** Asks which contact belongs elsewhere, and then where. */
export function SplitOff({ request, client, onLeave }: SplitOffProps) {
  const { t } = useTranslation();
  const now = useNow();
  const timeZone = useBook((state) => state.settings.timeZone);
  const [chosen, setChosen] = useState<Contact>();
  if (chosen) return <WhereTo request={request} contact={chosen} onLeave={onLeave} />;

  const name = (contact: Contact) =>
    [
      wordMoment(contact.at, now, timeZone),
      nameContact(contact),
      client && personOf(client, contact)?.name,
      contact.subject,
    ]
      .filter(Boolean)
      .join(' · ');
  const newestFirst = request.contacts.toSorted((one, other) => other.at.localeCompare(one.at));
  return (
    <ChoiceList
      label={t('week.join.whichContact')}
      choices={newestFirst.map((contact) => ({ id: contact.id, text: name(contact) }))}
      onChoose={(id) => setChosen(request.contacts.find((contact) => contact.id === id))}
      onLeave={onLeave}
    />
  );
}
