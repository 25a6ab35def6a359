import { describe, expect, it } from 'vitest';
import { cycle } from '../../src/adapt/cycle.ts';
import { newState } from '../../src/adapt/state.ts';
import { cycleText } from '../../src/adapt/words.ts';
import type { DispatchEvent } from '../../src/dispatch/event.ts';

const HOUR = 3_600_000;

/** A window of 40 posts an hour apart from each other: so many late by an hour, and so many calls refused. */
function week(number: number, { late = 0, refused = 0 }): readonly DispatchEvent[] {
  const begin = number * 100 * HOUR;
  return Array.from({ length: 40 }, (_, i): DispatchEvent[] => {
    const plannedAt = begin + i * HOUR;
    const at = plannedAt + (i < late ? HOUR : 0);
    const of = { job: `${number}-${i}`, channel: 'x', plannedAt };
    return [
      { ...of, at, event: 'started' },
      ...(i < refused ? [{ ...of, at: at + 1, event: 'rate_limited' as const }] : []),
      { ...of, at: at + 2, event: 'published' },
    ];
  })
    .flat()
    .concat({ at: begin + 50 * HOUR, job: 'end', channel: 'x', event: 'cancelled' });
}

const kinds = ({ log }: ReturnType<typeof cycle>) => log.map(({ kind }) => kind);

describe('the adaptive cycle', () => {
  const first = cycle(newState(), week(0, { refused: 4 }));

  it('turns parameters where too many calls are refused, by a fifth at most', () => {
    expect(kinds(first)).toEqual(['measured', 'found', 'adjusted']);
    expect(first.state.versions.at(-1)).toMatchObject({
      version: 2,
      parameters: { bucketShare: 0.72, spacing: 1.2, backoffInitial: 2.4 },
    });
  });

  it('rolls back by itself where the goal falls, says so, and does not try the same step for three windows', () => {
    const second = cycle(first.state, [...week(0, { refused: 4 }), ...week(1, { late: 20, refused: 4 })]);
    expect(kinds(second)).toEqual(['measured', 'validated', 'rolled back']);
    expect(second.state.versions.at(-1)).toEqual({
      version: 3,
      restores: 1,
      parameters: newState().versions[0]!.parameters,
    });
    expect(cycleText(second).headline).toBe('Version 2 is rolled back: started on time fell by more than allowed');
    expect(cycleText(second).steps[1]!.text).toBe(
      'Before the change, started on time: 100% (of 40). Since then, started on time: 50% (of 40). That is a fall of 50%, and 10% is allowed; chance does not explain it.',
    );
    let state = second.state;
    const later = [2, 3, 4, 5].map((n) => {
      const next = cycle(state, week(n, { refused: 4 }));
      state = next.state;
      return kinds(next).at(-1);
    });
    expect(later).toEqual(['unchanged', 'unchanged', 'unchanged', 'adjusted']);
  });

  it('keeps a change where the fall is one that is allowed, or that chance explains', () => {
    const small = cycle(first.state, week(1, { late: 2 }));
    expect(small.log[1]).toMatchObject({ kind: 'validated', verdict: 'kept' });
    expect(small.state.trial).toBeUndefined();
  });

  it('judges nothing of few posts: the change stays on trial, and its windows are counted together', () => {
    const few = (n: number) => week(n, { late: 40 }).slice(0, 32);
    const second = cycle(first.state, few(1));
    expect(second.log.slice(1)).toMatchObject([{ verdict: 'not enough' }, { kind: 'unchanged', why: 'trial' }]);
    const third = cycle(second.state, few(2));
    expect(kinds(third)).toEqual(['measured', 'validated', 'rolled back']);
  });

  it('measures nothing of nothing, and nothing twice', () => {
    expect(cycle(newState(), []).log).toEqual([{ kind: 'nothing' }]);
    expect(cycle(first.state, week(0, { refused: 4 })).log).toEqual([{ kind: 'nothing' }]);
  });

  it('gives the same for events in another order, and changes nothing that it was given', () => {
    const state = Object.freeze(newState());
    expect(cycle(state, [...week(0, { refused: 4 })].reverse()).state).toEqual(first.state);
  });
});
