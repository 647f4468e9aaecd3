import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Request, Situation } from '../../../electron/core/model/request';
import { standingWith } from '../../../electron/core/stages';
import { useBook } from '../../state/use-book';
import { useNow } from '../../state/use-now';
import { Button } from '../button';
import { nameStage, wordStanding } from '../word-stage';
import classes from './stage-line.module.css';

interface StageLineProps {
  request: Request;
  /** The words that are shown: a step that is being written needs no offer. */
  situation: Situation | undefined;
  onChoose: (situation: Situation) => void;
}

/** How far the talk about availability has gone with this client, and the next step where there is reason for one. */
export function StageLine({ request, situation, onChoose }: StageLineProps) {
  const { t } = useTranslation();
  const state = useBook((each) => each);
  const now = useNow();
  const client = state.clients.find((each) => each.id === request.clientId);
  const standing = useMemo(() => client && standingWith(state, client, now), [state, client, now]);
  const next = standing?.next;
  if (!standing || !next || next.stage === 'held' || next.situation === situation) return null;
  const step = nameStage(next.stage);
  return (
    <p className={classes.stage} title={standing.reasons.map(({ text }) => text).join(' ')}>
      {t('request.stageNext', { stage: wordStanding(standing), step })}
      <Button kind="plain" onClick={() => onChoose(next.situation)}>
        {t('clients.stage.write')}
      </Button>
    </p>
  );
}
