import { useTranslation } from 'react-i18next';
import type { Contact, Request } from '../../../electron/core/model/request';
import { countContacts } from '../../../electron/core/records';
import { nameRequest } from '../../shared/request/word-request';
import { act } from '../../state/act';
import { useBook } from '../../state/use-book';
import { ChoiceList } from './choice-list';
import { useDesk } from './desk';

const OWN = 'own';

/** The other open requests of the same client, the newest first. */
export function useOthers(request: Request): Request[] {
  const requests = useBook((state) => state.requests);
  return requests
    .filter((each) => each.clientId === request.clientId && each.id !== request.id)
    .toSorted((one, other) => other.id.localeCompare(one.id));
}

interface WhereToProps {
  request: Request;
  /** The one to move; without it the whole request is joined to another. */
  contact?: Contact;
  onLeave: () => void;
}

/** Asks where a contact belongs: to a request of its own or to another; or which request to join. */
export function WhereTo({ request, contact, onLeave }: WhereToProps) {
  const { t } = useTranslation();
  const desk = useDesk();
  const others = useOthers(request);
  const isOwnOffered = contact !== undefined && request.contacts.length > 1;
  const choices = [
    ...(isOwnOffered ? [{ id: OWN, text: t('week.join.own') }] : []),
    ...others.map((each) => ({ id: each.id, text: nameCounted(each) })),
  ];

  async function choose(id: string): Promise<void> {
    onLeave();
    const into = id === OWN ? {} : { into: id };
    if (contact) await act('contact.split', { contact: contact.id, ...into });
    else if ((await act('request.join', { request: request.id, into: id })) && desk.currentId === request.id)
      desk.goTo(id);
  }

  const label = contact ? t('week.join.whereTo') : t('week.join.which');
  return <ChoiceList label={label} choices={choices} onChoose={choose} onLeave={onLeave} />;
}

function nameCounted(request: Request): string {
  const count = countContacts(request);
  return `${nameRequest(request)}${count > 1 ? ` ×${count}` : ''}`;
}
