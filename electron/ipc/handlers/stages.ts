import { findClient } from '../../core/find';
import type { Client } from '../../core/model/client';
import { QUIET_WEEKS, type Standing, saidStage, standingWith } from '../../core/stages';
import type { Handlers } from '../context';
import type { StandingAnswer } from '../contract/stages';

export const stageHandlers: Handlers<'stage.show' | 'stage.said'> = {
  'stage.show': ({ client: name }, { store, moment }) => {
    const client = findClient(store.state, name);
    return shapeStanding(standingWith(store.state, client, moment.now), client);
  },
  'stage.said': async ({ client: name, stage, decision }, { store, moment: { now }, dryRun }) => {
    const { changeId, result } = await store.update(
      (former) => {
        const { state, client } = saidStage(former, name, { stage, at: now.toString(), ...(decision && { decision }) });
        const standing = shapeStanding(standingWith(state, client, now), client);
        return { state, note: { code: 'stage-said', values: { client: client.name, stage } }, result: standing };
      },
      { dryRun },
    );
    return { changeId, ...result };
  },
};

export function shapeStanding(standing: Standing, client: Client): StandingAnswer {
  const { id: clientId, name, limit } = client;
  return { clientId, client: name, limit, quietWeeksNeeded: QUIET_WEEKS, ...standing };
}
