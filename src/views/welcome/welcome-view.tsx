import { TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { dayOf } from '../../../electron/core/days';
import type { Problem } from '../../../electron/core/model/problem';
import { Button } from '../../shared/button';
import { hasPlace, newCallDraft } from '../../shared/call-form/call-draft';
import { CallFields } from '../../shared/call-form/call-form';
import { ProblemLine } from '../../shared/problem-line';
import { Toggle } from '../../shared/toggle';
import { act, attempt } from '../../state/act';
import { useBook } from '../../state/use-book';
import { useNow } from '../../state/use-now';
import { wordAtField } from '../../words/notice-words';
import { CalendarStep } from './calendar-step';
import { readFirstClient } from './first-client';
import { OfferedStep } from './offered-step';
import { saveFirstClient } from './save-first-client';
import classes from './welcome-view.module.css';

/** The first start: what this is for, one client with a standing call, and it begins. */
export function WelcomeView() {
  const { t } = useTranslation();
  const [hasOffers, setOffers] = useState(false);
  return (
    <main className={classes.page}>
      <header className={classes.head}>
        <h1 className={classes.title}>
          <Trans i18nKey="welcome.title" components={{ em: <em /> }} />
        </h1>
        <p className={classes.line}>{t('welcome.line')}</p>
        <p className={classes.local}>{t('welcome.local')}</p>
      </header>
      {hasOffers ? <OfferedStep onDone={finish} /> : <FirstClientForm onSaved={() => offerOrFinish(setOffers)} />}
      <aside className={classes.aside}>
        <CalendarStep />
        <p>{t('welcome.or')}</p>
        <div className={classes.buttons}>
          <Button onClick={takeSample}>{t('welcome.sample')}</Button>
          <Button kind="plain" onClick={finish}>
            {t('welcome.skip')}
          </Button>
        </div>
        <p className={classes.hint}>{t('welcome.sampleHint')}</p>
      </aside>
    </main>
  );
}

async function finish(): Promise<void> {
  await act('device.set', { isWelcomeDone: true });
}

/** What the calendar has of that client is asked about; where it has nothing, it begins. */
async function offerOrFinish(offer: (hasOffers: boolean) => void): Promise<void> {
  const offered = await attempt('calendar.offered', {});
  if (offered.ok && offered.value.length > 0) offer(true);
  else await finish();
}

async function takeSample(): Promise<void> {
  if (await act('sample.add', {})) await finish();
}

const fieldsWithPlace = ['people.0.name', 'people.0.emails', 'myName'];

function FirstClientForm({ onSaved }: { onSaved: () => Promise<void> }) {
  const { t } = useTranslation();
  const now = useNow();
  const { timeZone, myName } = useBook((state) => state.settings);
  const [draft, setDraft] = useState(() => ({
    name: '',
    person: '',
    mail: '',
    hasCall: true,
    myName,
    call: newCallDraft(dayOf(now, timeZone), timeZone),
  }));
  const [problem, setProblem] = useState<Problem>();

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const read = readFirstClient(draft);
    if ('problem' in read) return setProblem(read.problem);
    const refused = await saveFirstClient(read);
    setProblem(refused);
    if (!refused) await onSaved();
  }

  const isNameWrong = problem?.field === 'name';
  const isCallWrong = problem !== undefined && draft.hasCall && hasPlace(draft.call, problem);
  const errorAt = (field: string) => problem?.field?.startsWith(field) && wordAtField(problem);
  const isPlaced = isNameWrong || isCallWrong || fieldsWithPlace.some((field) => problem?.field?.startsWith(field));
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <h2>{t('welcome.first')}</h2>
      <TextInput
        label={t('welcome.name')}
        autoFocus
        value={draft.name}
        error={isNameWrong && (problem.message ? wordAtField(problem) : t('welcome.nameMissing'))}
        onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
      />
      <TextInput
        label={t('welcome.person')}
        value={draft.person}
        error={errorAt('people.0.name')}
        onChange={(event) => setDraft({ ...draft, person: event.currentTarget.value })}
      />
      <TextInput
        label={t('welcome.mail')}
        type="email"
        description={t('welcome.mailHint')}
        value={draft.mail}
        error={errorAt('people.0.emails')}
        onChange={(event) => setDraft({ ...draft, mail: event.currentTarget.value })}
      />
      <Toggle
        label={t('welcome.withCall')}
        hint={t('welcome.withCallHint')}
        isOn={draft.hasCall}
        onChange={(hasCall) => setDraft({ ...draft, hasCall })}
      />
      {draft.hasCall && (
        <CallFields
          draft={draft.call}
          problem={isCallWrong ? problem : undefined}
          onChange={(call) => setDraft({ ...draft, call })}
        />
      )}
      <TextInput
        label={t('welcome.myName')}
        description={t('welcome.myNameHint')}
        autoComplete="name"
        value={draft.myName}
        error={errorAt('myName')}
        onChange={(event) => setDraft({ ...draft, myName: event.currentTarget.value })}
      />
      {problem && !isPlaced && <ProblemLine problem={problem} />}
      <Button kind="main" type="submit" className={classes.begin}>
        {t('welcome.done')}
      </Button>
    </form>
  );
}
