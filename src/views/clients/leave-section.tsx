import { TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fold } from '../../../electron/core/find';
import type { Client } from '../../../electron/core/model/client';
import { Button } from '../../shared/button';
import { leaveWith } from '../../shared/is-leaving';
import { Section } from '../../shared/page';
import { act } from '../../state/act';
import classes from './leave-section.module.css';

/** Removing, which can be undone; and forgetting, which can't and therefore asks for the name. */
export function LeaveSection({ client, onLeave }: { client: Client; onLeave: () => void }) {
  const { t } = useTranslation();
  // Once it was open, its button takes the focus back when it is drawn again.
  const [forgetting, setForgetting] = useState<'not-yet' | 'now' | 'over'>('not-yet');

  async function remove(): Promise<void> {
    if (await act('client.remove', { client: client.id })) onLeave();
  }

  return (
    <Section title={t('clients.leave')}>
      <div className={classes.row}>
        <p>{t('clients.removeHint')}</p>
        <Button onClick={remove}>{t('clients.remove')}</Button>
      </div>
      {forgetting === 'now' ? (
        <ForgetForm client={client} onForgotten={onLeave} onCancel={() => setForgetting('over')} />
      ) : (
        <div className={classes.row}>
          <p>{t('clients.forgetHint')}</p>
          <Button autoFocus={forgetting === 'over'} onClick={() => setForgetting('now')}>
            {t('clients.forget')}
          </Button>
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
    <form className={classes.forget} onSubmit={submit} data-fields="stacked" onKeyDown={leaveWith(onCancel)}>
      <TextInput
        autoFocus
        label={t('clients.forgetSure', { name: client.name })}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
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
