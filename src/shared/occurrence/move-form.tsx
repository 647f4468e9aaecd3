import { TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clashOf } from '../../../electron/core/calls/clashes';
import type { Occurrence } from '../../../electron/core/calls/occurrences';
import type { Problem } from '../../../electron/core/model/problem';
import { attempt } from '../../state/act';
import { useBook } from '../../state/use-book';
import { wordAtField } from '../../words/notice-words';
import { Button } from '../button';
import { leaveWith } from '../is-leaving';
import { showZone } from '../show-time';
import { isSameClock } from '../zone-away';
import classes from './move-form.module.css';
import { asLocal } from './occurrence-acts';
import { wordClash } from './word-clash';
import { wordWanted } from './word-wanted';

/** Another time for one occurrence, in the call's own zone, which is the one the exception is kept in. */
export function MoveForm({ occurrence, onClose }: { occurrence: Occurrence; onClose: () => void }) {
  const { t } = useTranslation();
  const state = useBook((each) => each);
  const myZone = state.settings.timeZone;
  const { callId, clientId, startsAt, timeZone } = occurrence;
  const [to, setTo] = useState(asLocal(startsAt, timeZone));
  const [problem, setProblem] = useState<Problem>();

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (to === '') return setProblem({ code: 'invalid', message: t('call.timeWrong'), field: 'to' });
    const reply = await attempt('call.move', { call: callId, occurrence: occurrence.occurrence, to });
    if (reply.ok) onClose();
    else setProblem(reply.problem);
  }

  const client = state.clients.find((each) => each.id === clientId);
  const clash = clashOf(state, occurrence);
  const why = clash && client && wordClash(clash, client.name);
  const wanted = wordWanted(state, clientId, to, timeZone).filter((words) => words !== why);

  return (
    <form className={classes.move} onSubmit={submit} data-fields="stacked" noValidate onKeyDown={leaveWith(onClose)}>
      {why && <p className={classes.why}>{why}</p>}
      <TextInput
        type="datetime-local"
        autoFocus
        aria-label={`${t('clients.moveTo')} (${showZone(timeZone)})`}
        description={
          isSameClock(timeZone, myZone, startsAt) ? undefined : t('occurrence.zone', { zone: showZone(timeZone) })
        }
        value={to}
        error={problem && wordAtField(problem)}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
      <Button type="submit">{t('clients.moveDo')}</Button>
      <Button kind="plain" onClick={onClose}>
        {t('shared.cancel')}
      </Button>
      <p className={classes.wanted} role="status">
        {wanted.join(' · ')}
      </p>
    </form>
  );
}
