import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Temporal } from 'temporal-polyfill';
import type { Client } from '../../../electron/core/model/client';
import type { Output } from '../../../electron/ipc/contract/contract';
import { Button } from '../../shared/button';
import { Choice } from '../../shared/choice';
import { leaveWith } from '../../shared/is-leaving';
import { PlainLetter } from '../../shared/letter/plain-letter';
import { ProblemLine } from '../../shared/problem-line';
import { saveFile } from '../../shared/save-file';
import { showLength, showShortDay, showTime } from '../../shared/show-time';
import { wordTheirTime } from '../../shared/their-time';
import { act } from '../../state/act';
import { useAnswer } from '../../state/use-answer';
import { useBook } from '../../state/use-book';
import classes from './share-availability.module.css';

const lengths = ['15', '30', '45', '60'] as const;
/** The days ahead that are looked through. */
const spans = ['7', '14', '30'] as const;
const counts = ['2', '3', '5'] as const;
type Slot = Output<'availability.share'>['slots'][number];

/** A few sentences with times that are free for both. Copied, they are kept as offered. */
export function ShareAvailability({ client, onClose }: { client: Client; onClose: () => void }) {
  const { t } = useTranslation();
  const [minutes, setMinutes] = useState<(typeof lengths)[number]>('30');
  const [count, setCount] = useState<(typeof counts)[number]>('3');
  const [days, setDays] = useState<(typeof spans)[number]>('7');
  const { answer, problem } = useAnswer('availability.share', {
    client: client.id,
    minutes: Number(minutes),
    count: Number(count),
    days: Number(days),
    format: 'ics',
  });

  async function offer(): Promise<string | undefined> {
    if (!answer) return undefined;
    const slots = answer.slots.map(({ startsAt, endsAt }) => ({ startsAt, endsAt }));
    const offered = await act('availability.offer', { client: client.id, slots });
    return offered && t('clients.offered');
  }

  /** The times as a file for their calendar; given away, they are offered as much as copied ones. */
  async function save(): Promise<boolean> {
    if (!answer?.ics || (await offer()) === undefined) return false;
    saveFile(`${client.name}.ics`, 'text/calendar', answer.ics);
    return true;
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what the button above opened
    <div className={classes.share} onKeyDown={leaveWith(onClose)}>
      <div className={classes.wish} data-fields="stacked">
        <Choice
          label={t('clients.shareLength')}
          value={minutes}
          options={lengths.map((value) => ({ value, label: showLength(Number(value)) }))}
          onChange={setMinutes}
        />
        <Choice
          label={t('clients.shareCount')}
          value={count}
          options={counts.map((value) => ({ value, label: value }))}
          onChange={setCount}
        />
        <Choice
          label={t('clients.shareDays')}
          value={days}
          options={spans.map((value) => ({ value, label: t('time.days', { count: Number(value) }) }))}
          onChange={setDays}
        />
        <Button kind="plain" className={classes.close} onClick={onClose}>
          {t('keys.close')}
        </Button>
      </div>
      {problem && <ProblemLine problem={problem} />}
      {answer && !problem && (
        <>
          <SlotList slots={answer.slots} client={client} />
          <PlainLetter
            words={{ language: answer.language, subject: answer.subject, body: answer.text }}
            warnings={answer.warnings}
            onCopied={offer}
            saveLabel={t('clients.saveTimes')}
            onSave={save}
          />
        </>
      )}
    </div>
  );
}

/** The times one by one, on both clocks, with the name of whoever was offered one already. */
function SlotList({ slots, client }: { slots: readonly Slot[]; client: Client }) {
  const { t } = useTranslation();
  const myZone = useBook((state) => state.settings.timeZone);
  const mine = useBook((state) =>
    state.offers.filter((each) => each.clientId === client.id).flatMap((each) => each.slots),
  );
  const instantOf = (text: string) => Temporal.Instant.from(text);
  return (
    <ul className={classes.slots}>
      {slots.map(({ startsAt, endsAt, offeredTo }) => {
        const isOffered = mine.some((each) => instantOf(each.startsAt).equals(instantOf(startsAt)));
        return (
          <li key={startsAt}>
            <span className={classes.when}>
              {showShortDay(startsAt, myZone)}, {showTime(startsAt, myZone)} – {showTime(endsAt, myZone)}
            </span>
            <span className={classes.theirs}>
              {wordTheirTime(instantOf(startsAt), client.timeZone, myZone, 'short')}
            </span>
            {isOffered && <span className={classes.mark}>{t('clients.offeredHere', { client: client.name })}</span>}
            {offeredTo.length > 0 && (
              <strong className={classes.warn}>{t('clients.offeredTo', { clients: offeredTo.join(', ') })}</strong>
            )}
          </li>
        );
      })}
    </ul>
  );
}
