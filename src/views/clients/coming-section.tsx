import { TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StandingCall } from '../../../electron/core/model/call';
import type { Client } from '../../../electron/core/model/client';
import type { Problem } from '../../../electron/core/model/problem';
import { Button } from '../../shared/button';
import { leaveWith } from '../../shared/is-leaving';
import { wordWanted } from '../../shared/occurrence/word-wanted';
import { Section } from '../../shared/page';
import { showZone } from '../../shared/show-time';
import { useKeptFocus } from '../../shared/use-kept-focus';
import { isSameClock } from '../../shared/zone-away';
import { attempt } from '../../state/act';
import { useBook } from '../../state/use-book';
import { useNow } from '../../state/use-now';
import { wordAtField } from '../../words/notice-words';
import { listComing } from './coming';
import { ComingRow } from './coming-row';
import classes from './coming-section.module.css';

const SHOWN = 6;

/** The next calls one by one: skipped, moved, made longer, put back; and one more of them. */
export function ComingSection({ client }: { client: Client }) {
  const { t } = useTranslation();
  const now = useNow();
  const state = useBook((each) => each);
  const [adding, setAdding] = useState<'not-yet' | 'now' | 'over'>('not-yet');
  const section = useKeptFocus<HTMLElement>();
  const calls = state.calls.filter((call) => call.clientId === client.id);
  const coming = listComing(calls, state, now, SHOWN);
  const [first] = calls.filter((call) => call.endsOn === undefined);
  if (calls.length === 0) return null;
  return (
    <Section
      ref={section}
      title={t('clients.coming')}
      actions={
        first &&
        adding !== 'now' && (
          <Button kind="plain" autoFocus={adding === 'over'} onClick={() => setAdding('now')}>
            {t('clients.extraCall')}
          </Button>
        )
      }
    >
      {first && adding === 'now' && <ExtraForm call={first} onClose={() => setAdding('over')} />}
      {coming.length === 0 && <p>{t('clients.comingNone')}</p>}
      <ul className={classes.list}>
        {coming.map((each) => (
          <ComingRow key={`${each.callId} ${each.occurrence}`} coming={each} client={client} />
        ))}
      </ul>
    </Section>
  );
}

/** One more call, at a time of its own. */
function ExtraForm({ call, onClose }: { call: StandingCall; onClose: () => void }) {
  const { t } = useTranslation();
  const state = useBook((each) => each);
  const myZone = state.settings.timeZone;
  const [at, setAt] = useState('');
  const [problem, setProblem] = useState<Problem>();

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (at === '') return setProblem({ code: 'invalid', message: t('call.timeWrong'), field: 'at' });
    const reply = await attempt('call.extra', { call: call.id, at });
    if (reply.ok) onClose();
    else setProblem(reply.problem);
  }

  return (
    <form className={classes.extra} onSubmit={submit} data-fields="stacked" noValidate onKeyDown={leaveWith(onClose)}>
      <TextInput
        type="datetime-local"
        autoFocus
        label={
          isSameClock(call.timeZone, myZone)
            ? t('clients.extraAt')
            : t('clients.extraAtZone', { zone: showZone(call.timeZone) })
        }
        value={at}
        error={problem && wordAtField(problem)}
        onChange={(event) => setAt(event.currentTarget.value)}
      />
      <Button type="submit">{t('clients.extraDo')}</Button>
      <Button kind="plain" onClick={onClose}>
        {t('shared.cancel')}
      </Button>
      <p className={classes.wanted} role="status">
        {wordWanted(state, call.clientId, at, call.timeZone).join(' · ')}
      </p>
    </form>
  );
}
