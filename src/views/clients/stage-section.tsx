import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Client, stageSchema } from '../../../electron/core/model/client';
import { isBeyond, QUIET_WEEKS, standingWith } from '../../../electron/core/stages';
import { Button } from '../../shared/button';
import { Section } from '../../shared/page';
import { showDate } from '../../shared/show-time';
import spoken from '../../shared/spoken.module.css';
import { nameStage, wordStanding } from '../../shared/word-stage';
import { act } from '../../state/act';
import { useBook } from '../../state/use-book';
import { useNow } from '../../state/use-now';
import classes from './stage-section.module.css';

const steps = stageSchema.options.filter((stage) => stage !== 'none');

/** How far the talk about availability has gone with a client, what would come next, and why. */
export function StageSection({ client }: { client: Client }) {
  const { t } = useTranslation();
  const state = useBook((each) => each);
  const now = useNow();
  const standing = useMemo(() => standingWith(state, client, now), [state, client, now]);
  const { stage, since, next, quietWeeks, reasons } = standing;
  const at = steps.indexOf(stage as (typeof steps)[number]);
  return (
    <Section title={t('clients.stage.title')} line={t('clients.stage.line', { count: QUIET_WEEKS })}>
      <ol className={classes.steps}>
        {steps.map((step, index) => {
          const isNow = step === stage;
          const place = isNow ? 'now' : index < at ? 'past' : isBeyond(step, client) ? 'beyond' : 'ahead';
          return (
            <li key={step} className={classes.step} data-is={place} aria-current={isNow ? 'step' : undefined}>
              {isNow ? wordStanding(standing) : nameStage(step)}
              {place === 'beyond' && <span className={spoken.spoken}> ({t('clients.stage.beyond')})</span>}
            </li>
          );
        })}
      </ol>
      <ul className={classes.facts}>
        {stage === 'none' && <li>{nameStage('none')}</li>}
        {since !== undefined && <li>{t('clients.stage.since', { day: showDate(since) })}</li>}
        {quietWeeks > 0 && <li>{t('clients.stage.quiet', { count: quietWeeks, needed: QUIET_WEEKS })}</li>}
        {reasons.map((reason) => (
          <li key={reason.code}>{reason.text}</li>
        ))}
      </ul>
      {next && (
        <p className={classes.next}>
          {t('clients.stage.next', { step: nameStage(next.stage) })}
          {next.stage === 'decided' ? (
            (['stay', 'part'] as const).map((decision) => (
              <Button
                key={decision}
                onClick={() => act('stage.said', { client: client.id, stage: 'decided', decision })}
              >
                {t(`clients.stage.${decision}`)}
              </Button>
            ))
          ) : (
            <Button onClick={() => sayIt(client.id, next.stage)}>{t('clients.stage.saidIt')}</Button>
          )}
        </p>
      )}
    </Section>
  );
}

function sayIt(client: string, stage: (typeof stageSchema.options)[number]): void {
  if (stage !== 'none') act('stage.said', { client, stage });
}
