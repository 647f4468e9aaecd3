import type { State } from '../core/model/state';
import type { Store } from '../store/store';

/** The state with all its history, for questions about everything; not published, and given back afterwards. */
export async function withWholeHistory(store: Store): Promise<State> {
  const months = await store.months();
  const lists = await Promise.all(months.map((month) => store.readMonth(month)));
  return { ...store.state, history: Object.fromEntries(months.map((month, index) => [month, lists[index] ?? []])) };
}
