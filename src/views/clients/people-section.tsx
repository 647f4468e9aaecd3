import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client, Person } from '../../../electron/core/model/client';
import { Button } from '../../shared/button';
import { DraftField } from '../../shared/draft-field';
import { leaveWith } from '../../shared/is-leaving';
import { Section } from '../../shared/page';
import { useKeptFocus } from '../../shared/use-kept-focus';
import { changesOf } from './client-changes';
import classes from './people-section.module.css';

function parseList(text: string): string[] {
  return text.split(/[,;\n]/).flatMap((part) => part.trim() || []);
}

/** Who it is that calls. */
export function PeopleSection({ client }: { client: Client }) {
  const { t } = useTranslation();
  const [isAdding, setAdding] = useState(false);
  const section = useKeptFocus<HTMLElement>();
  const { save, set } = changesOf(client);
  const { people } = client;
  const list = useRef<HTMLUListElement>(null);
  // How many there are once the new one is in: its mail is what one writes next.
  const awaited = useRef<number>(undefined);
  useLayoutEffect(() => {
    if (isAdding || awaited.current === undefined || people.length < awaited.current) return;
    awaited.current = undefined;
    list.current?.querySelectorAll<HTMLElement>(':scope > li:last-child input')[1]?.focus();
  });

  const savePerson = (changed: Person) =>
    save({ people: people.map((person) => (person.id === changed.id ? changed : person)) });

  async function addPerson(name: string) {
    const problem = await save({ people: [...people, { name }] });
    if (!problem) {
      awaited.current = people.length + 1;
      setAdding(false);
    }
    return problem;
  }

  return (
    <Section
      ref={section}
      title={t('clients.people')}
      actions={<Button onClick={() => setAdding(true)}>{t('clients.addPerson')}</Button>}
    >
      {people.length === 0 && !isAdding && <p className={classes.none}>{t('clients.noPeople')}</p>}
      <ul ref={list} className={classes.people} data-fields="stacked">
        {people.map((person) => (
          <li key={person.id} className={classes.person}>
            <DraftField
              label={t('clients.person')}
              value={person.name}
              save={(name) => savePerson({ ...person, name })}
            />
            <DraftField
              label={t('clients.emails')}
              value={person.emails.join(', ')}
              save={(text) => savePerson({ ...person, emails: parseList(text) })}
            />
            <DraftField
              label={t('clients.phones')}
              value={person.phones.join(', ')}
              save={(text) => savePerson({ ...person, phones: parseList(text) })}
            />
            <DraftField
              label={t('clients.greeting')}
              value={person.greeting ?? ''}
              save={(greeting) => savePerson({ ...person, greeting })}
            />
            <Button
              kind="plain"
              aria-label={t('clients.removePerson', { name: person.name })}
              onClick={() => set({ people: people.filter((each) => each.id !== person.id) })}
            >
              {t('shared.remove')}
            </Button>
          </li>
        ))}
        {isAdding && <NewPerson save={addPerson} onCancel={() => setAdding(false)} />}
      </ul>
    </Section>
  );
}

interface NewPersonProps {
  save: Parameters<typeof DraftField>[0]['save'];
  onCancel: () => void;
}

function NewPerson({ save, onCancel }: NewPersonProps) {
  const { t } = useTranslation();
  const item = useRef<HTMLLIElement>(null);
  // The field was asked for, so it takes the focus.
  useEffect(() => item.current?.querySelector('input')?.focus(), []);
  return (
    <li className={classes.person} ref={item} onKeyDown={leaveWith(onCancel)}>
      <DraftField label={t('clients.person')} value="" save={save} />
    </li>
  );
}
