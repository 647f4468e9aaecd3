import { describe, expect, it } from 'vitest';
import type { State } from '../../electron/core/model/state';
import type { Output } from '../../electron/ipc/contract/contract';
import { createBook, mergeState } from '../../src/state/book';
import { share } from '../../src/state/share';
import { believableState } from '../helpers/believable-state';

describe('share', () => {
  it('gives back the very same value when nothing differs', () => {
    expect(share(believableState, structuredClone(believableState))).toBe(believableState);
  });

  it('matches lists by id, so that a new first entry leaves the others as they were', () => {
    const former = [
      { id: 'a', n: 1 },
      { id: 'b', n: 2 },
    ];
    const next = share(former, [
      { id: 'c', n: 3 },
      { id: 'a', n: 1 },
      { id: 'b', n: 5 },
    ]);
    expect(next[1]).toBe(former[0]);
    expect(next[2]).toEqual({ id: 'b', n: 5 });
  });

  it('sees a field that went away', () => {
    expect(share({ a: 1, b: 2 }, { a: 1 })).toEqual({ a: 1 });
    expect(share({ a: undefined }, { b: undefined })).toHaveProperty('b');
  });
});

describe('mergeState', () => {
  it('keeps the identity of every part that did not change', () => {
    const [first, ...rest] = structuredClone(believableState.clients);
    const next = mergeState(believableState, { clients: first ? [{ ...first, notes: 'new' }, ...rest] : [] });
    expect(next.calls).toBe(believableState.calls);
    expect(next.clients[0]?.notes).toBe('new');
    expect(next.clients[1]).toBe(believableState.clients[1]);
    expect(next.clients[0]?.people).toBe(believableState.clients[0]?.people);
  });
});

describe('the book', () => {
  /** A bridge whose answer comes when it is told to. */
  function makeBridge() {
    let listener: (changed: Partial<State>) => void = () => undefined;
    let answer: (value: Output<'state.get'>) => void = () => undefined;
    return {
      push: (changed: Partial<State>) => listener(changed),
      answer: (state: State) => answer(structuredClone(state) as Output<'state.get'>),
      bridge: {
        // Only state.get is asked for here.
        call: () => new Promise((resolve) => (answer = (value) => resolve({ ok: true, value }))) as never,
        onState: (each: typeof listener) => {
          listener = each;
          return () => undefined;
        },
      },
    };
  }

  it('keeps a change that arrives before the whole does', async () => {
    const book = createBook();
    const { bridge, push, answer } = makeBridge();
    const opening = book.open(bridge);
    push({ requests: [] });
    answer(believableState);
    expect(await opening).toBeUndefined();
    expect(book.peek()?.requests).toEqual([]);
    expect(book.peek()?.clients).toHaveLength(4);
  });

  it('tells nobody of a change that changes nothing', async () => {
    const book = createBook();
    const { bridge, push, answer } = makeBridge();
    const opening = book.open(bridge);
    answer(believableState);
    await opening;
    let told = 0;
    book.subscribe(() => (told += 1));
    push({ clients: structuredClone(believableState.clients) });
    expect(told).toBe(0);
    push({ clients: [] });
    expect(told).toBe(1);
  });

  it('says what kept it from opening', async () => {
    const problem = { code: 'home-in-use' as const, message: 'Another one has it.' };
    const bridge = { call: async () => ({ ok: false as const, problem }), onState: () => () => undefined };
    expect(await createBook().open(bridge)).toEqual(problem);
  });
});
