import { TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fold } from '../../../electron/core/find';
import type { Client } from '../../../electron/core/model/client';
import { Button } from '../../shared/button';
import { Section } from '../../shared/page';
import { act } from '../../state/act';
import classes from './leave-section.module.css';

/** Removing, which can be undone; and forgetting, which can't and therefore asks for the name. */
export function LeaveSection({ client, onLeave }: { client: Client; onLeave: () => void }) {
  const { t } = useTranslation();
  const [isForgetting, setForgetting] = useState(false);

  async function remove(): Promise<void> {
    if (await act('client.remove', { client: client.id })) onLeave();
  }

  return (
    <Section title={t('clients.leave')}>
      <div className={classes.row}>
        <p>{t('clients.removeHint')}</p>
        <Button onClick={remove}>{t('clients.remove')}</Button>
      </div>
      {isForgetting ? (
        <ForgetForm client={client} onForgotten={onLeave} onCancel={() => setForgetting(false)} />
      ) : (
        <div className={classes.row}>
          <p>{t('clients.forgetHint')}</p>
          <Button onClick={() => setForgetting(true)}>{t('clients.forget')}</Button>
        </div>
      )}
    </Section>
  );
}

interface ForgetFormProps {
  client: Client;
  onForgotten: () => void;
  onCancel: () => void;
}

function ForgetForm({ client, onForgotten, onCancel }: ForgetFormProps) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const isNamed = fold(name) === fold(client.name);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (isNamed && (await act('client.forget', { client: client.id }))) onForgotten();
  }

  return (
    <form className={classes.forget} onSubmit={submit} data-fields="stacked">
      <TextInput
        autoFocus
        label={t('clients.forgetSure', { name: client.name })}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && onCancel()}
      />
      <div className={classes.buttons}>
        <Button type="submit" disabled={!isNamed} className={classes.sure}>
          {t('clients.forgetDo', { name: client.name })}
        </Button>
        <Button kind="plain" onClick={onCancel}>
          {t('shared.cancel')}
        </Button>
      </div>
    </form>
  );
}
