import { NumberInput, Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../electron/core/model/problem';
import { channelSchema } from '../../../electron/core/model/request';
import type { Entry } from '../../../electron/ipc/contract/answers';
import { Button } from '../../shared/button';
import { Choice } from '../../shared/choice';
import { leaveWith } from '../../shared/is-leaving';
import { ProblemLine } from '../../shared/problem-line';
import { attempt } from '../../state/act';
import { useBook } from '../../state/use-book';
import { wordAtField } from '../../words/notice-words';
import { draftOfContact, readEntryDraft } from './entry-draft';
import classes from './entry-list.module.css';

const fieldsWithPlace = ['subject', 'at', 'count', 'minutes', 'personId'] as const;

/** An entry put right, in its place in the list. */
export function EntryForm({ entry, onClose }: { entry: Entry; onClose: () => void }) {
  const { t } = useTranslation();
  const { contact } = entry;
  const timeZone = useBook((state) => state.settings.timeZone);
  const people = useBook((state) => state.clients.find((client) => client.id === entry.clientId)?.people ?? []);
  const [draft, setDraft] = useState(() => draftOfContact(contact, timeZone));
  const [problem, setProblem] = useState<Problem>();
  const set = (change: Partial<typeof draft>) => setDraft({ ...draft, ...change });
  const errorAt = (field: (typeof fieldsWithPlace)[number]) => problem?.field === field && wordAtField(problem);
  const isElsewhere = problem && !fieldsWithPlace.some((field) => field === problem.field);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const input = readEntryDraft(draft, contact, timeZone);
    if (Object.keys(input).length === 1) return onClose();
    const reply = await attempt('contact.set', input);
    if (reply.ok) onClose();
    else setProblem(reply.problem);
  }

  return (
    <li className={classes.form}>
      <form onSubmit={submit} noValidate data-fields="stacked" onKeyDown={leaveWith(onClose)}>
        <div className={classes.fields}>
          <TextInput
            className={classes.wide}
            label={t('log.subject')}
            autoFocus
            value={draft.subject}
            error={errorAt('subject')}
            onChange={(event) => set({ subject: event.currentTarget.value })}
          />
          <Select
            className={classes.half}
            label={t('log.channel')}
            data={channelSchema.options.map((value) => ({ value, label: t(`log.channels.${value}`) }))}
            value={draft.channel}
            onChange={(value) => set({ channel: channelSchema.parse(value) })}
          />
          <TextInput
            className={classes.half}
            type="datetime-local"
            label={t('log.at')}
            value={draft.at}
            error={errorAt('at')}
            onChange={(event) => event.currentTarget.value && set({ at: event.currentTarget.value })}
          />
          <NumberInput
            label={t('log.times')}
            min={1}
            max={999}
            value={draft.count}
            error={errorAt('count')}
            onChange={(count) => set({ count: count === '' ? '' : Number(count) })}
          />
          <NumberInput
            label={t('log.minutes')}
            max={1440}
            value={draft.minutes}
            error={errorAt('minutes')}
            onChange={(minutes) => set({ minutes: minutes === '' ? '' : Number(minutes) })}
          />
          <Select
            className={classes.half}
            label={t('log.person')}
            data={[
              { value: '', label: t('log.nobody') },
              ...people.map((person) => ({ value: person.id, label: person.name })),
            ]}
            value={draft.personId}
            error={errorAt('personId')}
            onChange={(personId) => set({ personId: personId ?? '' })}
          />
          <div className={classes.wide}>
            <Choice
              label={t('log.direction')}
              value={draft.direction}
              options={[
                { value: 'in', label: t('log.in') },
                { value: 'out', label: t('log.outLong') },
              ]}
              onChange={(direction) => set({ direction })}
            />
          </div>
        </div>
        {isElsewhere && <ProblemLine problem={problem} />}
        <div className={classes.actions}>
          <Button kind="main" type="submit">
            {t('log.save')}
          </Button>
          <Button kind="plain" onClick={onClose}>
            {t('log.cancel')}
          </Button>
        </div>
      </form>
    </li>
  );
}
