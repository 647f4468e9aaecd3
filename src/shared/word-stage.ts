import i18next from 'i18next';
import type { Stage } from '../../electron/core/model/client';
import type { Standing } from '../../electron/core/stages';

/** What a stage of the talk about availability is called. */
export function nameStage(stage: Stage): string {
  return i18next.t(`clients.stage.names.${stage}`);
}

/** Where it stands: a standing call that is there without a letter was agreed; what was decided is said. */
export function wordStanding({ stage, since, decision }: Pick<Standing, 'stage' | 'since' | 'decision'>): string {
  if (decision) return i18next.t(`clients.stage.${decision}`);
  return stage === 'proposed' && since === undefined ? i18next.t('clients.stage.agreed') : nameStage(stage);
}
