import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client, Person } from '../../../electron/core/model/client';
import { Button } from '../../shared/button';
import { DraftField } from '../../shared/draft-field';
import { Section } from '../../shared/page';
import { changesOf } from './client-changes';
import classes from './people-section.module.css';

function parseList(text: string): string[] {
  return text.split(/[,;\n]/).flatMap((part) => part.trim() || []);
}

/** Who it is that calls. */
export function PeopleSection({ client }: { client: Client }) {
  const { t } = useTranslation();
  const [isAdding, setAdding] = useState(false);
  const { save, set } = changesOf(client);
  const { people } = client;

  const savePerson = (changed: Person) =>
    save({ people: people.map((person) => (person.id === changed.id ? changed : person)) });

  async function addPerson(name: string) {
    const problem = await save({ people: [...people, { name }] });
    if (!problem) setAdding(false);
    return problem;
  }

  return (
    <Section
      title={t('clients.people')}
      actions={<Button onClick={() => setAdding(true)}>{t('clients.addPerson')}</Button>}
    >
      {people.length === 0 && !isAdding && <p className={classes.none}>{t('clients.noPeople')}</p>}
      <ul className={classes.people} data-fields="stacked">
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
        {isAdding && <NewPerson save={addPerson} />}
      </ul>
    </Section>
  );
}

function NewPerson({ save }: { save: Parameters<typeof DraftField>[0]['save'] }) {
  const { t } = useTranslation();
  return (
    // The field was asked for, so it takes the focus.
    <li className={classes.person} ref={(item) => item?.querySelector('input')?.focus()}>
      <DraftField label={t('clients.person')} value="" save={save} />
    </li>
  );
}
