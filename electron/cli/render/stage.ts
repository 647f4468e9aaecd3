import type { StandingAnswer } from '../../ipc/contract/stages';
import { fields, indent, type Rendering, sayDay } from './text';

export function renderStanding(standing: StandingAnswer, rendering: Rendering): string {
  const { client, limit, furthest, quietWeeks, quietWeeksNeeded, next, reasons } = standing;
  const details = fields([
    ['stage', sayStanding(standing, rendering)],
    ['limit', `${limit}: never beyond ${furthest}`],
    ['quiet', quietWeeks > 0 ? `${quietWeeks} of ${quietWeeksNeeded} weeks` : ''],
    ['next', next ? `${next.stage}, with the words of ${next.situation}` : 'none'],
    ['why', reasons.map(({ text }) => text).join('\n')],
  ]);
  return `${client}\n${indent(details)}`;
}

/** "held, since the week of Mon 16 Nov" */
export function sayStanding({ stage, since, decision }: StandingAnswer, rendering: Rendering): string {
  const name = decision ? `${stage} to ${decision}` : stage;
  return since === undefined ? name : `${name}, since the week of ${sayDay(since, rendering)}`;
}
