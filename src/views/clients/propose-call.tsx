import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Temporal } from 'temporal-polyfill';
import type { StandingCall } from '../../../electron/core/model/call';
import type { Client } from '../../../electron/core/model/client';
import type { Output } from '../../../electron/ipc/contract/contract';
import { Button } from '../../shared/button';
import { wordCadence } from '../../shared/call-form/word-cadence';
import { Choice } from '../../shared/choice';
import { leaveWith } from '../../shared/is-leaving';
import { PlainLetter } from '../../shared/letter/plain-letter';
import { ProblemLine } from '../../shared/problem-line';
import { saveFile } from '../../shared/save-file';
import { showLength, showShortDay, showTime, showZone } from '../../shared/show-time';
import { isSameClock } from '../../shared/zone-away';
import { act } from '../../state/act';
import { useAnswer } from '../../state/use-answer';
import { useBook } from '../../state/use-book';
import { useNow } from '../../state/use-now';
import classes from './propose-call.module.css';
import { setUpCall } from './set-up-call';

const lengths = ['15', '30', '45', '60'] as const;
type Option = Output<'call.propose'>[number];

interface ProposeCallProps {
  client: Client;
  /** Those that go on: where it is one, the proposal takes its place. */
  calls: readonly StandingCall[];
  onClose: () => void;
}

/** A standing call to propose: times that suit both, the letter, the invitation, and the call itself once they agree. */
export function ProposeCall({ client, calls, onClose }: ProposeCallProps) {
  const { t } = useTranslation();
  const now = useNow();
  const [times, setTimes] = useState<'1' | '2'>('1');
  const [minutes, setMinutes] = useState<(typeof lengths)[number]>('30');
  const [chosen, setChosen] = useState(0);
  const { answer, problem } = useAnswer('call.propose', {
    client: client.id,
    times: times === '1' ? 1 : 2,
    minutes: Number(minutes),
  });
  const option = answer?.[chosen] ?? answer?.[0];

  async function saveInvitation({ rule, start, timeZone, minutes: length }: Option): Promise<boolean> {
    const file = await act('call.invitation', { client: client.id, rule, start, timeZone, minutes: length });
    if (file) saveFile(file.fileName, 'text/calendar', file.ics);
    return file !== undefined;
  }
  async function setUp(it: Option): Promise<void> {
    if (await setUpCall(client, calls, it, now)) onClose();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what the button above opened
    <div className={classes.propose} onKeyDown={leaveWith(onClose)}>
      <div className={classes.wish} data-fields="stacked">
        <Choice
          label={t('call.cadence')}
          value={times}
          options={[
            { value: '1', label: t('call.weekly') },
            { value: '2', label: t('call.twice-weekly') },
          ]}
          onChange={setTimes}
        />
        <Choice
          label={t('clients.shareLength')}
          value={minutes}
          options={lengths.map((value) => ({ value, label: showLength(Number(value)) }))}
          onChange={setMinutes}
        />
        <Button kind="plain" className={classes.close} onClick={onClose}>
          {t('keys.close')}
        </Button>
      </div>
      {problem && <ProblemLine problem={problem} />}
      {answer && option && !problem && (
        <>
          <Options options={answer} chosen={answer.indexOf(option)} onChoose={setChosen} />
          <PlainLetter words={option} saveLabel={t('clients.saveInvitation')} onSave={() => saveInvitation(option)}>
            <Button kind="plain" onClick={() => setUp(option)}>
              {t(calls.length === 1 ? 'clients.setUpInstead' : 'clients.setUp')}
            </Button>
          </PlainLetter>
        </>
      )}
    </div>
  );
}

interface OptionsProps {
  options: readonly Option[];
  chosen: number;
  onChoose: (index: number) => void;
}

/** The times there are, on my clock and on theirs. */
function Options({ options, chosen, onChoose }: OptionsProps) {
  const { t } = useTranslation();
  const myZone = useBook((state) => state.settings.timeZone);
  return (
    <fieldset className={classes.options}>
      <legend>{t('clients.suits')}</legend>
      {options.map((option, index) => {
        const first = option.first[0] ? Temporal.Instant.from(option.first[0]) : undefined;
        return (
          <label key={`${option.rule} ${option.start}`} className={classes.option}>
            <input type="radio" name="proposal" checked={index === chosen} onChange={() => onChoose(index)} />
            <span>
              <strong>{wordCadence(option)}</strong>
              {first && !isSameClock(option.timeZone, myZone, first) && (
                <> {t('clients.optionZone', { zone: showZone(option.timeZone), time: showTime(first, myZone) })}</>
              )}
            </span>
            {first && (
              <span className={classes.first}>{t('clients.optionFirst', { day: showShortDay(first, myZone) })}</span>
            )}
          </label>
        );
      })}
    </fieldset>
  );
}
