import type { Desk } from './desk';
import { publish } from './publish';
import type { Queue } from './queue';

/** Counts anew what can't be trusted, a month at a turn so that changes are not kept waiting, and publishes. */
export async function recountTally(desk: Desk, queue: Queue): Promise<void> {
  const { settings } = desk.state;
  const stale = await queue.run(async () => desk.tally.findStale(await desk.history.list(), settings));
  for (const month of stale)
    await queue.run(async () => {
      const { requests } = (await desk.history.open(month)).low.data;
      await desk.tally.recount(month, requests, settings);
    });
  await queue.run(async () => {
    publish(desk, { ...desk.state, tally: desk.tally.tally });
    await flushTally(desk);
  });
}

/** Writes the weekly sums, if they changed. */
export async function flushTally(desk: Desk): Promise<void> {
  await desk.tally.flush(desk.state.settings);
}
