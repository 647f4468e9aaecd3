import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Request } from '../../../electron/core/model/request';
import { situationSchema } from '../../../electron/core/model/request';
import { Button } from '../button';
import { KeyHint } from '../key-hint';
import { LetterWarnings } from '../letter/letter-warnings';
import { ToneFindings } from '../letter/tone-findings';
import { ProblemLine } from '../problem-line';
import spoken from '../spoken.module.css';
import { AskedField } from './asked-field';
import classes from './reply-letter.module.css';
import { StageLine } from './stage-line';
import { useLetter } from './use-letter';
import { chosenSituations, nameSituation } from './word-request';

/** What to say: the letter itself, large and open to changes, with the ways to send it on. */
export function ReplyLetter({ request, hasMail }: { request: Request; hasMail: boolean }) {
  const { t } = useTranslation();
  const id = useId();
  const letter = useLetter(request);
  const field = useRef<HTMLTextAreaElement>(null);
  const subjectField = useRef<HTMLInputElement>(null);
  const { answer, words, problem, edited } = letter;
  // Where the words were refused, only what was typed over them stays to be seen.
  const isShown = (typed: string | undefined) => !problem || typed !== undefined;
  return (
    <section className={classes.letter} aria-label={t('request.letter')}>
      <div className={classes.top}>
        <label htmlFor={`${id}-situation`} className={spoken.spoken}>
          {t('request.situation')}
        </label>
        <select
          id={`${id}-situation`}
          className={classes.situation}
          value={letter.situation}
          onChange={(event) => letter.chooseSituation(situationSchema.parse(event.currentTarget.value))}
        >
          {chosenSituations.map((situation) => (
            <option key={situation} value={situation}>
              {nameSituation(situation)}
            </option>
          ))}
        </select>
        {isShown(edited.subject) && (
          <input
            ref={subjectField}
            className={classes.subject}
            aria-label={t('request.letterSubject')}
            value={words.subject}
            onChange={(event) => letter.edit({ subject: event.currentTarget.value })}
          />
        )}
      </div>
      <StageLine request={request} situation={answer?.situation} onChoose={letter.chooseSituation} />
      <AskedField told={letter.told} problem={problem} onTell={letter.tell} />
      {problem && (
        <div className={classes.refused}>
          <ProblemLine problem={problem} />
        </div>
      )}
      {isShown(edited.body) && (
        <textarea
          ref={field}
          className={classes.body}
          lang={answer?.language}
          aria-label={t('request.letter')}
          value={words.body}
          onChange={(event) => letter.edit({ body: event.currentTarget.value })}
        />
      )}
      {answer && (
        <ToneFindings
          fields={{ subject: subjectField, body: field }}
          {...words}
          language={answer.language}
          requests={[request.id]}
        />
      )}
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
