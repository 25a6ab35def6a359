import { describe, expect, it } from 'vitest';
import { type Action, type Answer, openDispatcher } from '../../src/dispatch/dispatcher.ts';
import type { DispatchEvent } from '../../src/dispatch/event.ts';
import { PARAMETERS } from '../../src/dispatch/parameters.ts';

const plain = { name: 'x', idempotent: false, askable: true, settle: 60, capacity: 10, refill: 1 };

/** A dispatcher of one channel with the log that it writes. */
function begun(channel = plain, log: DispatchEvent[] = []) {
  const append = (event: DispatchEvent) => void log.push(event);
  const open = () => openDispatcher({ channels: [channel], parameters: PARAMETERS, seed: 1, log: [...log], append });
  const dispatcher = open();
  return { dispatcher, open, log, names: () => log.map(({ event }) => event) };
}

const plan = (job: string, at: number, priority: DispatchEvent['priority'] = 'normal'): DispatchEvent => ({
  at: 0,
  job,
  channel: 'x',
  event: 'planned',
  plannedAt: at,
  priority,
});

/** Does what is due at a time and answers all of it. */
function work({ dispatcher }: ReturnType<typeof begun>, now: number, answer: Answer): readonly Action['kind'][] {
  const actions = dispatcher.due(now);
  for (const action of actions) dispatcher.answer(action, answer, now + 1);
  return actions.map(({ kind }) => kind);
}

describe('a dispatcher', () => {
  it('logs a call before it is made, and nothing before its time', () => {
    const one = begun();
    one.dispatcher.add(plan('a', 1000));
    expect([one.dispatcher.due(999), one.dispatcher.wake(999)]).toEqual([[], 1000]);
    expect(one.dispatcher.due(1000)).toMatchObject([{ kind: 'call', job: 'a', attempt: 1 }]);
    expect(one.names()).toEqual(['planned', 'started']);
  });

  it('asks before it sends again what nobody answered, and not before the channel has settled', () => {
    const one = begun();
    one.dispatcher.add(plan('a', 0));
    expect(work(one, 0, { kind: 'unknown' })).toEqual(['call']);
    expect(work(one, 59_999, { kind: 'absent' })).toEqual([]);
    expect(work(one, 60_000, { kind: 'absent' })).toEqual(['look']);
    expect(work(one, 70_000, { kind: 'ok' })).toEqual(['call']);
    expect(one.names()).toEqual(['planned', 'started', 'timed_out', 'looked', 'absent', 'started', 'published']);
  });

  it('takes a call that was begun before a crash for unknown', () => {
    const one = begun();
    one.dispatcher.add(plan('a', 0));
    one.dispatcher.due(0);
    const again = { ...one, dispatcher: one.open() };
    expect(again.dispatcher.jobs()).toMatchObject([{ state: 'unknown' }]);
    expect(work(again, 60_000, { kind: 'ok' })).toEqual(['look']);
    expect(one.names()).toEqual(['planned', 'started', 'looked', 'published']);
  });

  it('holds for a person what the platform cannot be asked about', () => {
    const one = begun({ ...plain, askable: false });
    one.dispatcher.add(plan('a', 0));
    work(one, 0, { kind: 'unknown' });
    expect(work(one, 60_000, { kind: 'ok' })).toEqual([]);
    expect(one.log.at(-1)).toMatchObject({
      event: 'held',
      reason: 'the platform cannot be asked whether the post is there',
    });
    expect(one.dispatcher.wake(60_000)).toBe(Infinity);
  });

  it('sends again with the same key where a key makes that harmless', () => {
    const one = begun({ ...plain, idempotent: true });
    one.dispatcher.add(plan('a', 0));
    const [first] = one.dispatcher.due(0);
    one.dispatcher.answer(first!, { kind: 'unknown' }, 1);
    const [second] = one.dispatcher.due(10_000);
    expect(second).toMatchObject({ kind: 'call', key: first!.key, attempt: 2 });
  });

  it('looks where the platform says that it has the post, and holds what it does not show', () => {
    const one = begun();
    one.dispatcher.add(plan('a', 0));
    work(one, 0, { kind: 'duplicate' });
    expect(work(one, 60_000, { kind: 'absent' })).toEqual(['look']);
    expect(one.names()).toEqual(['planned', 'started', 'timed_out', 'looked', 'held']);
  });

  it('makes no call before the instant that a platform names, also after a crash', () => {
    const one = begun();
    one.dispatcher.add(plan('a', 0));
    work(one, 0, { kind: 'limited', retryAfter: 300 });
    const again = { ...one, dispatcher: one.open() };
    expect(work(again, 300_000, { kind: 'ok' })).toEqual([]);
    expect(work(again, 302_000, { kind: 'ok' })).toEqual(['call']);
  });

  it('rests for an hour after five refusals in a row', () => {
    const one = begun();
    one.dispatcher.add(plan('a', 0));
    let now = 0;
    for (let n = 0; n < 5; n++) {
      now = Math.max(now, one.dispatcher.wake(now));
      work(one, now, { kind: 'limited' });
    }
    expect(one.dispatcher.wake(now) - now).toBeGreaterThanOrEqual(3_600_000);
    expect(one.names().filter((name) => name === 'started')).toHaveLength(5);
  });

  it('calls urgent posts first; a low one counts as normal after two hours', () => {
    const one = begun({ ...plain, capacity: 1, refill: 1 });
    for (const event of [plan('low', 0, 'low'), plan('normal', 7_200_000), plan('urgent', 7_200_000, 'urgent')])
      one.dispatcher.add(event);
    const order = [0, 1, 2].map((n) => {
      const [action] = one.dispatcher.due(7_200_000 + 3000 * n);
      one.dispatcher.answer(action!, { kind: 'ok' }, 7_200_001 + 3000 * n);
      return action!.job;
    });
    expect(order).toEqual(['urgent', 'low', 'normal']);
  });

  it('sends nothing that was cancelled, and nothing twice', () => {
    const one = begun();
    one.dispatcher.add(plan('a', 0));
    one.dispatcher.add({ at: 0, job: 'a', channel: 'x', event: 'cancelled' });
    expect(one.dispatcher.due(10)).toEqual([]);
  });

  it('does not send again what was refused for good', () => {
    const one = begun();
    one.dispatcher.add(plan('a', 0));
    work(one, 0, { kind: 'refused', reason: 'too long' });
    expect(one.log.at(-1)).toMatchObject({ event: 'failed', reason: 'too long' });
    expect(one.dispatcher.due(9_999_999)).toEqual([]);
  });
});
