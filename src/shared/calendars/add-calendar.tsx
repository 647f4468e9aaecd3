import { TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../electron/core/model/problem';
import type { Input } from '../../../electron/ipc/contract/contract';
import { act, attempt } from '../../state/act';
import { wordProblem } from '../../words/notice-words';
import { Button } from '../button';
import classes from './add-calendar.module.css';
import { readSource } from './read-source';

/** A calendar of my own, by its address or as a file: what it says makes me busy. */
export function AddCalendar() {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);

  async function add(source: Input<'calendar.add'>): Promise<void> {
    setBusy(true);
    const reply = await attempt('calendar.add', source);
    setBusy(false);
    setProblem(reply.ok ? undefined : reply.problem);
    if (reply.ok) setText('');
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const source = readSource(text);
    if (isBusy) return;
    if (!source) return setProblem({ code: 'invalid', message: t('calendars.addressMissing') });
    await add(source);
  }

  async function choose(): Promise<void> {
    const chosen = await act('calendar.choose', {});
    if (chosen?.path) await add({ path: chosen.path });
  }

  const words = problem && wordProblem(problem);
  return (
    <form className={classes.form} data-fields="stacked" onSubmit={submit} noValidate>
      <TextInput
        className={classes.address}
        label={t('calendars.address')}
        description={t('calendars.addressHint')}
        placeholder="webcal://"
        spellCheck={false}
        value={text}
        error={words && `${words.title}. ${words.explanation} ${words.next ?? ''}`}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <Button type="submit" aria-disabled={isBusy}>
          {t('shared.add')}
        </Button>
        <Button kind="plain" aria-disabled={isBusy} onClick={choose}>
          {t('calendars.choose')}
        </Button>
        <span role="status" className={classes.said}>
          {isBusy && t('calendars.reading')}
        </span>
      </div>
    </form>
  );
}
