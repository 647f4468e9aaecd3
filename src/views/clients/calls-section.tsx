import { TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '../../../electron/core/days';
import type { StandingCall } from '../../../electron/core/model/call';
import type { Client } from '../../../electron/core/model/client';
import { Button } from '../../shared/button';
import { type CallInput, draftOfCall, newCallDraft } from '../../shared/call-form/call-draft';
import { CallForm } from '../../shared/call-form/call-form';
import { wordCadence } from '../../shared/call-form/word-cadence';
import { Section } from '../../shared/page';
import { showDate, showLength, showZone } from '../../shared/show-time';
import { act, attempt } from '../../state/act';
import { useBook } from '../../state/use-book';
import { useNow } from '../../state/use-now';
import classes from './calls-section.module.css';

/** The client's standing calls: their pillars in the week. */
export function CallsSection({ client }: { client: Client }) {
  const { t } = useTranslation();
  const now = useNow();
  const myZone = useBook((state) => state.settings.timeZone);
  const calls = useBook((state) => state.calls.filter((call) => call.clientId === client.id));
  const [isAdding, setAdding] = useState(false);

  async function add(input: CallInput) {
    const reply = await attempt('call.add', { client: client.id, ...input });
    if (!reply.ok) return reply.problem;
    setAdding(false);
    return undefined;
  }

  return (
    <Section
      title={t('clients.calls')}
      actions={!isAdding && <Button onClick={() => setAdding(true)}>{t('clients.addCall')}</Button>}
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
          onCancel={() => setAdding(false)}
        />
      )}
    </Section>
  );
}

function CallRow({ call }: { call: StandingCall }) {
  const { t } = useTranslation();
  const [mode, setMode] = useState<'read' | 'edit' | 'end'>('read');

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
          <Button kind="plain" onClick={() => setMode('edit')}>
            {t('clients.editCall')}
          </Button>
          <Button kind="plain" onClick={() => setMode('end')}>
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

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (await act('call.end', { call: call.id, on })) onClose();
  }

  return (
    <form className={classes.end} onSubmit={submit} data-fields="stacked">
      <TextInput
        type="date"
        autoFocus
        label={t('clients.endOn')}
        value={on}
        onChange={(event) => setOn(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && onClose()}
      />
      <Button type="submit">{t('clients.endDo')}</Button>
      <Button kind="plain" onClick={onClose}>
        {t('shared.cancel')}
      </Button>
    </form>
  );
}
