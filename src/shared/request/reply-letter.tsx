import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Request } from '../../../electron/core/model/request';
import { situationSchema } from '../../../electron/core/model/request';
import { Button } from '../button';
import { KeyHint } from '../key-hint';
import { LetterWarnings } from '../letter/letter-warnings';
import { ProblemLine } from '../problem-line';
import spoken from '../spoken.module.css';
import { AskedField } from './asked-field';
import classes from './reply-letter.module.css';
import { StageLine } from './stage-line';
import { ToneFindings } from './tone-findings';
import { useLetter } from './use-letter';
import { chosenSituations, nameSituation } from './word-request';

/** What to say: the letter itself, large and open to changes, with the ways to send it on. */
export function ReplyLetter({ request, hasMail }: { request: Request; hasMail: boolean }) {
  const { t } = useTranslation();
  const id = useId();
  const letter = useLetter(request);
  const field = useRef<HTMLTextAreaElement>(null);
  const { answer, words } = letter;
  return (
    <section className={classes.letter} aria-label={t('request.letter')}>
      <div className={classes.top}>
        <label htmlFor={`${id}-situation`} className={spoken.spoken}>
          {t('request.situation')}
        </label>
        <select
          id={`${id}-situation`}
          className={classes.situation}
          value={answer?.situation ?? 'can-it-wait'}
          onChange={(event) => letter.chooseSituation(situationSchema.parse(event.currentTarget.value))}
        >
          {chosenSituations.map((situation) => (
            <option key={situation} value={situation}>
              {nameSituation(situation)}
            </option>
          ))}
        </select>
        <input
          className={classes.subject}
          aria-label={t('request.letterSubject')}
          value={words.subject}
          onChange={(event) => letter.edit({ subject: event.currentTarget.value })}
        />
      </div>
      <StageLine request={request} situation={answer?.situation} onChoose={letter.chooseSituation} />
      <AskedField told={letter.told} problem={letter.problem} onTell={letter.tell} />
      {letter.problem && <ProblemLine problem={letter.problem} />}
      <textarea
        ref={field}
        className={classes.body}
        lang={answer?.language}
        aria-label={t('request.letter')}
        value={words.body}
        onChange={(event) => letter.edit({ body: event.currentTarget.value })}
      />
      {answer && <ToneFindings field={field} text={words.body} language={answer.language} />}
      {answer && <LetterWarnings warnings={answer.warnings} />}
      <div className={classes.actions}>
        <Button kind="main" onClick={letter.copy} aria-keyshortcuts="C" disabled={!answer}>
          {t('request.copy')} <KeyHint keys="C" />
        </Button>
        {hasMail && (
          <Button onClick={letter.mail} disabled={!answer}>
            {t('request.mail')}
          </Button>
        )}
        <Button onClick={letter.markSent} aria-keyshortcuts="S" disabled={!answer}>
          {t('request.sent')} <KeyHint keys="S" />
        </Button>
        {letter.isEdited && (
          <Button kind="plain" onClick={letter.startOver}>
            {t('request.startOver')}
          </Button>
        )}
        <span className={classes.said} role="status">
          {letter.said}
        </span>
      </div>
    </section>
  );
}
