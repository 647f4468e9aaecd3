import { TextInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '../../../electron/core/days';
import type { StandingCall } from '../../../electron/core/model/call';
import type { Client } from '../../../electron/core/model/client';
import type { Problem } from '../../../electron/core/model/problem';
import { Button } from '../../shared/button';
import { type CallInput, draftOfCall, newCallDraft } from '../../shared/call-form/call-draft';
import { CallForm } from '../../shared/call-form/call-form';
import { wordCadence } from '../../shared/call-form/word-cadence';
import { leaveWith } from '../../shared/is-leaving';
import { Section } from '../../shared/page';
import { showDate, showLength, showZone } from '../../shared/show-time';
import { useKeptFocus } from '../../shared/use-kept-focus';
import { act, attempt } from '../../state/act';
import { useBook } from '../../state/use-book';
import { useNow } from '../../state/use-now';
import { wordAtField } from '../../words/notice-words';
import classes from './calls-section.module.css';

/** The client's standing calls: their pillars in the week. */
export function CallsSection({ client }: { client: Client }) {
  const { t } = useTranslation();
  const now = useNow();
  const myZone = useBook((state) => state.settings.timeZone);
  const calls = useBook((state) => state.calls.filter((call) => call.clientId === client.id));
  // Once the form was open, the button takes the focus back when it is drawn again.
  const [adding, setAdding] = useState<'not-yet' | 'now' | 'over'>('not-yet');
  const isAdding = adding === 'now';
  const section = useKeptFocus<HTMLElement>();

  async function add(input: CallInput) {
    const reply = await attempt('call.add', { client: client.id, ...input });
    if (!reply.ok) return reply.problem;
    setAdding('over');
    return undefined;
  }

  return (
    <Section
      ref={section}
      title={t('clients.calls')}
      actions={
        !isAdding && (
          <Button autoFocus={adding === 'over'} onClick={() => setAdding('now')}>
            {t('clients.addCall')}
          </Button>
        )
      }
    >
      {calls.length === 0 && !isAdding && <p className={classes.none}>{t('clients.noCalls')}</p>}
      <ul>
        {calls.map((call) => (
          <CallRow key={call.id} call={call} />
        ))}
      </ul>
      {isAdding && (
        <CallForm
          start={newCallDraft(dayOf(now, myZone), myZone)}
          saveLabel={t('clients.addCall')}
          onSave={add}
          onCancel={() => setAdding('over')}
        />
      )}
    </Section>
  );
}

function CallRow({ call }: { call: StandingCall }) {
  const { t } = useTranslation();
  const endButton = useRef<HTMLButtonElement>(null);
  const [mode, setMode] = useState<'read' | 'edit' | 'end'>('read');
  // The button of the form that was open last takes the focus back when it is drawn again.
  const [last, setLast] = useState<'edit' | 'end'>();

  function open(form: 'edit' | 'end'): void {
    setMode(form);
    setLast(form);
  }

  async function goOn(): Promise<void> {
    // Its button goes: the one beside it has the focus then.
    if (await act('call.set', { call: call.id, endsOn: null })) endButton.current?.focus();
  }

  async function change(input: CallInput) {
    const reply = await attempt('call.set', { call: call.id, ...input });
    if (!reply.ok) return reply.problem;
    setMode('read');
    return undefined;
  }

  if (mode === 'edit')
    return (
      <li>
        <CallForm
          start={draftOfCall(call)}
          saveLabel={t('shared.save')}
          onSave={change}
          onCancel={() => setMode('read')}
        />
      </li>
    );
  const facts = [
    showLength(call.minutes),
    showZone(call.timeZone),
    call.endsOn && t('clients.lastOn', { date: showDate(call.endsOn) }),
  ];
  return (
    <li className={classes.row}>
      <div>
        <p className={classes.cadence}>{wordCadence(call)}</p>
        <p className={classes.facts}>{facts.filter(Boolean).join(' · ')}</p>
      </div>
      {mode === 'end' ? (
        <EndForm call={call} onClose={() => setMode('read')} />
      ) : (
        <div className={classes.buttons}>
          <Button kind="plain" autoFocus={last === 'edit'} onClick={() => open('edit')}>
            {t('clients.editCall')}
          </Button>
          {call.endsOn && (
            <Button kind="plain" onClick={goOn}>
              {t('clients.goOn')}
            </Button>
          )}
          <Button ref={endButton} kind="plain" autoFocus={last === 'end'} onClick={() => open('end')}>
            {t('clients.end')}
          </Button>
          <Button kind="plain" onClick={() => act('call.remove', { call: call.id })}>
            {t('clients.removeCall')}
          </Button>
        </div>
      )}
    </li>
  );
}

function EndForm({ call, onClose }: { call: StandingCall; onClose: () => void }) {
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
