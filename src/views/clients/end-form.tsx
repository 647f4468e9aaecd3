import { TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '../../../electron/core/days';
import type { StandingCall } from '../../../electron/core/model/call';
import type { Problem } from '../../../electron/core/model/problem';
import { Button } from '../../shared/button';
import { leaveWith } from '../../shared/is-leaving';
import { attempt } from '../../state/act';
import { useNow } from '../../state/use-now';
import { wordAtField } from '../../words/notice-words';
import classes from './calls-section.module.css';

/** The last day of a standing call. */
export function EndForm({ call, onClose }: { call: StandingCall; onClose: () => void }) {
  const { t } = useTranslation();
  const now = useNow();
  const [on, setOn] = useState(call.endsOn ?? dayOf(now, call.timeZone).toString());
  const [problem, setProblem] = useState<Problem>();

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (on === '') return setProblem({ code: 'invalid', message: t('call.fromWrong'), field: 'on' });
    const reply = await attempt('call.end', { call: call.id, on });
    if (reply.ok) onClose();
    else setProblem(reply.problem);
  }

  return (
    <form className={classes.end} onSubmit={submit} data-fields="stacked" noValidate onKeyDown={leaveWith(onClose)}>
      <TextInput
        type="date"
        autoFocus
        label={t('clients.endOn')}
        value={on}
        error={problem && wordAtField(problem)}
        onChange={(event) => setOn(event.currentTarget.value)}
      />
      <Button type="submit">{t('clients.endDo')}</Button>
      <Button kind="plain" onClick={onClose}>
        {t('shared.cancel')}
      </Button>
    </form>
  );
}
