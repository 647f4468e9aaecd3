import { TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../electron/core/model/problem';
import { Button } from '../../shared/button';
import { leaveWith } from '../../shared/is-leaving';
import { ProblemLine } from '../../shared/problem-line';
import { attempt } from '../../state/act';
import { goTo } from '../../state/place';
import { wordAtField } from '../../words/notice-words';
import classes from './add-client.module.css';

/** A name is enough; the rest stands on the client's own page. */
export function AddClient({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<Problem>();

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const reply = await attempt('client.add', { name });
    if (reply.ok) goTo('clients', reply.value.clientId);
    else setProblem(reply.problem);
  }

  const isAtName = problem?.field === 'name';
  return (
    <form onSubmit={submit} className={classes.form} data-fields="stacked" noValidate onKeyDown={leaveWith(onClose)}>
      <TextInput
        label={t('clients.addTitle')}
        autoFocus
        value={name}
        error={isAtName && wordAtField(problem)}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {problem && !isAtName && <ProblemLine problem={problem} />}
      <Button kind="main" type="submit">
        {t('shared.add')}
      </Button>
      <Button kind="plain" onClick={onClose}>
        {t('shared.cancel')}
      </Button>
    </form>
  );
}
