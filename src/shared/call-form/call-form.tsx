import { NumberInput, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MONTH_POSITIONS } from '../../../electron/core/calls/rule';
import type { Problem } from '../../../electron/core/model/problem';
import { useBook } from '../../state/use-book';
import { wordAtField } from '../../words/notice-words';
import { Button } from '../button';
import { Choice } from '../choice';
import { leaveWith } from '../is-leaving';
import { ProblemLine } from '../problem-line';
import { WeekdayChoice } from '../weekday-choice';
import { ZoneField } from '../zone-field';
import { type CallDraft, type CallInput, fitWeekdays, hasPlace, readCallDraft } from './call-draft';
import classes from './call-form.module.css';
import { ZoneChoice } from './zone-choice';

interface CallFieldsProps {
  draft: CallDraft;
  problem: Problem | undefined;
  /** The client's zone, where there is a client already. */
  theirZone?: string | undefined;
  onChange: (draft: CallDraft) => void;
}

const cadences = ['weekly', 'twice-weekly', 'every-other-week', 'monthly', 'other'] as const;

/** When a standing call takes place: a cadence by name or any rule, time, length and zone. */
export function CallFields({ draft, problem, theirZone, onChange }: CallFieldsProps) {
  const { t } = useTranslation();
  const weekStartsOn = useBook((state) => state.settings.weekStartsOn);
  const { cadence, weekdays } = draft;
  const isOther = cadence === 'other';
  const errorAt = (field: string, words: string) => {
    if (problem?.field !== field) return undefined;
    return problem.message ? wordAtField(problem) : words;
  };

  return (
    <div className={classes.fields}>
      <Choice
        label={t('call.cadence')}
        value={cadence}
        options={cadences.map((value) => ({ value, label: t(`call.${value}`) }))}
        onChange={(next) => onChange({ ...draft, cadence: next, weekdays: fitWeekdays(next, weekdays) })}
      />
      {cadence === 'monthly' && (
        <Choice
          label={t('call.which')}
          value={`${draft.position}`}
          options={MONTH_POSITIONS.map((each) => ({ value: `${each}` as const, label: t(`call.position.${each}`) }))}
          onChange={(next) => {
            const position = MONTH_POSITIONS.find((each) => `${each}` === next);
            if (position) onChange({ ...draft, position });
          }}
        />
      )}
      {isOther ? (
        <TextInput
          label={t('call.rule')}
          description={t('call.ruleHint')}
          value={draft.rule}
          error={errorAt('rule', t('call.ruleWrong'))}
          onChange={(event) => onChange({ ...draft, rule: event.currentTarget.value })}
        />
      ) : (
        <WeekdayChoice
          label={t('call.on')}
          weekStartsOn={weekStartsOn}
          value={weekdays}
          error={errorAt('weekdays', t(cadence === 'twice-weekly' ? 'call.pickTwo' : 'call.pickOne'))}
          onChange={(next) => {
            // The day just chosen stands last, so that it is the one that stays.
            const added = next.filter((day) => !weekdays.includes(day));
            const kept = next.filter((day) => weekdays.includes(day));
            onChange({ ...draft, weekdays: fitWeekdays(cadence, [...kept, ...added]) });
          }}
        />
      )}
      <TextInput
        type="time"
        className={classes.short}
        label={t('call.at')}
        value={draft.time}
        error={errorAt('time', t('call.timeWrong'))}
        onChange={(event) => onChange({ ...draft, time: event.currentTarget.value })}
      />
      <NumberInput
        className={classes.short}
        label={t('call.minutes')}
        min={5}
        max={480}
        step={5}
        value={draft.minutes}
        error={errorAt('minutes', t('call.minutesWrong'))}
        onChange={(minutes) => onChange({ ...draft, minutes: Number(minutes) })}
      />
      {theirZone === undefined ? (
        <ZoneField
          label={t('call.zone')}
          value={draft.timeZone}
          error={errorAt('timeZone', t('problems.zone-unknown.title'))}
          onChange={(timeZone) => onChange({ ...draft, timeZone })}
        />
      ) : (
        <ZoneChoice
          draft={draft}
          theirZone={theirZone}
          error={errorAt('timeZone', t('problems.zone-unknown.title'))}
          onChange={onChange}
        />
      )}
      {(cadence === 'every-other-week' || isOther) && (
        <TextInput
          type="date"
          className={classes.short}
          label={t('call.from')}
          value={draft.from}
          error={errorAt('from', t('call.fromWrong'))}
          onChange={(event) => onChange({ ...draft, from: event.currentTarget.value })}
        />
      )}
    </div>
  );
}

interface CallFormProps {
  start: CallDraft;
  theirZone: string;
  saveLabel: string;
  /** What stands above the fields. */
  children?: ReactNode;
  /** Answers with the problem when it was refused. */
  onSave: (input: CallInput) => Promise<Problem | undefined>;
  onCancel: () => void;
}

export function CallForm({ start, theirZone, saveLabel, children, onSave, onCancel }: CallFormProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(start);
  const [problem, setProblem] = useState<Problem>();
  const form = useRef<HTMLFormElement>(null);
  // It was asked for, so it takes the focus from the button that gave way to it.
  useEffect(() => form.current?.querySelector<HTMLElement>('input:checked')?.focus(), []);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const read = readCallDraft(draft);
    setProblem('problem' in read ? read.problem : await onSave(read.input));
  }

  return (
    <form ref={form} onSubmit={submit} className={classes.form} noValidate onKeyDown={leaveWith(onCancel)}>
      {children}
      <CallFields draft={draft} problem={problem} theirZone={theirZone} onChange={setDraft} />
      {problem && !hasPlace(draft, problem) && <ProblemLine problem={problem} />}
      <div className={classes.buttons}>
        <Button kind="main" type="submit">
          {saveLabel}
        </Button>
        <Button kind="plain" onClick={onCancel}>
          {t('shared.cancel')}
        </Button>
      </div>
    </form>
  );
}
