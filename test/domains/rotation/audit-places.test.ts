import { describe, expect, it } from 'vitest';
import { audited, broken } from './audit-fixture.ts';

const b = (id: string, local: string, more = {}) => ({ id, local: `${local}:00`, ...more });
const ONE = { breaks: [b('b', '20:00')] };

describe('a sound log', () => {
  it('has no violation', () => {
    expect(broken({ ...ONE, spots: [{ id: 's' }] }, {}, 's b')).toEqual([]);
  });
});

describe('what the tables do not know', () => {
  it('is named: a spot', () => {
    expect(broken(ONE, {}, 'ghost b')).toEqual(['spots ghost']);
  });
  it('is named: a break', () => {
    expect(broken({ breaks: [], spots: [{ id: 's' }] }, {}, 's nowhere')).toEqual(['breaks nowhere']);
  });
  it('is named: a break of another date', () => {
    const given = { breaks: [b('b', '20:00', { date: '2025-03-12' })], spots: [{ id: 's' }] };
    expect(broken(given, {}, 's b')).toEqual(['breaks b']);
  });
});

describe('a spot that stands twice', () => {
  it('is named', () => {
    const given = { breaks: [b('b', '20:00'), b('c', '21:00')], spots: [{ id: 's' }] };
    expect(broken(given, {}, 's b', 's c')).toEqual(['spot_once s']);
  });
});

describe('positions', () => {
  const given = { ...ONE, spots: [{ id: 's' }, { id: 't', advertiser: 'B' }] };
  it('must begin at 1', () => {
    expect(broken(given, {}, 's b 2', 't b 3')).toEqual(['positions b']);
  });
  it('must have no gap', () => {
    expect(broken(given, {}, 's b 1', 't b 3')).toEqual(['positions b']);
  });
  it('must be taken once', () => {
    expect(broken(given, {}, 's b 1', 't b 1')).toEqual(['positions b']);
  });
});

describe('prime time', () => {
  const late = (more = {}) => ({ breaks: [b('b', '23:00')], spots: [{ id: 's', ...more }] });
  it('ends before a break that begins at its end', () => {
    expect(broken(late(), {}, 's b')).toEqual(['prime s']);
  });
  it('binds no spot that may air off peak', () => {
    expect(broken(late({ off_peak: true }), {}, 's b')).toEqual([]);
  });
  it('binds nobody where the rule is off', () => {
    expect(broken(late(), { rules: { prime: false } }, 's b')).toEqual([]);
  });
  it('has its weekdays', () => {
    const monday = { ...ONE, spots: [{ id: 's' }] };
    expect(broken(monday, { prime: { days: ['tue'] } }, 's b')).toEqual(['prime s']);
  });
  it('may end after midnight', () => {
    const given = { breaks: [b('b', '00:30')], spots: [{ id: 's' }] };
    expect(broken(given, { prime: { from: '23:30', to: '01:00' } }, 's b')).toEqual([]);
  });
});

describe('the hours of a spot', () => {
  const at = (local: string) => ({
    breaks: [b('b', local)],
    spots: [{ id: 's', earliest: '20:10:00', latest: '20:40:00' }],
  });
  it('include their ends', () => {
    expect(broken(at('20:10'), {}, 's b')).toEqual([]);
    expect(broken(at('20:40'), {}, 's b')).toEqual([]);
  });
  it.each(['20:09', '20:41'])('exclude %s', (local) => {
    expect(broken(at(local), {}, 's b')).toEqual(['window s']);
  });
});

describe('the flight of an order', () => {
  it('binds its spots', () => {
    const given = { ...ONE, orders: [{ id: 'o', from: '2025-03-11' }], spots: [{ id: 's', order: 'o' }] };
    expect(broken(given, {}, 's b')).toEqual(['flight s']);
  });
});

describe('the shift from the wish', () => {
  const wishing = (more: object) => ({ breaks: [b('b', '21:01')], spots: [{ id: 's', ...more }] });
  it('may be the most, and no more', () => {
    const rules = { max_shift_minutes: 60 };
    expect(broken(wishing({ wish: '20:01:00' }), { rules }, 's b')).toEqual([]);
    expect(broken(wishing({ wish: '20:00:00' }), { rules }, 's b')).toEqual(['max_shift s']);
  });
  it('is none for a spot booked for an exact time', () => {
    expect(broken(wishing({ wish: '21:00:00', tolerance_minutes: 0 }), {}, 's b')).toEqual(['exact s']);
  });
  it('is measured between instants', () => {
    const rules = { max_shift_minutes: 60 };
    expect(broken(wishing({ wish: '2025-03-10T16:31:00-05:00' }), { rules }, 's b')).toEqual([]);
    expect(broken(wishing({ wish: '2025-03-10T16:31:00-04:00' }), { rules }, 's b')).toEqual([]);
    expect(broken(wishing({ wish: '2025-03-10T16:31:00-03:00' }), { rules }, 's b')).toEqual(['max_shift s']);
  });
});

describe('a blackout', () => {
  const given = (more: object) => ({
    ...ONE,
    advertisers: [{ id: 'A', parent: 'Group' }],
    spots: [{ id: 's', categories: ['beer'] }],
    blackouts: [more],
  });
  it.each([{ category: 'beer' }, { advertiser: 'A' }, { advertiser: 'Group' }, {}])('silences %o', (whom) => {
    expect(broken(given(whom), {}, 's b')).toEqual(['blackout s']);
  });
  it.each([{ category: 'auto' }, { advertiser: 'B' }, { advertiser: 'A', category: 'auto' }])(
    'spares all but %o',
    (whom) => {
      expect(broken(given(whom), {}, 's b')).toEqual([]);
    },
  );
  it('is over at its end', () => {
    expect(broken(given({ from: '19:00:00', to: '20:00:00' }), {}, 's b')).toEqual([]);
  });
  it('is over at its end as an instant', () => {
    const spell = { from: '2025-03-10T19:00:00Z', to: '2025-03-10T20:00:00Z' };
    expect(broken(given(spell), {}, 's b')).toEqual([]);
  });
  it('silences a break that reaches into it', () => {
    const spell = { from: '2025-03-10T20:01:00Z', to: '2025-03-10T20:30:00Z' };
    expect(broken(given(spell), {}, 's b')).toEqual(['blackout s']);
  });
});

describe('exclusions', () => {
  const given = (more: object) => ({
    breaks: [b('b', '20:00', { block: 'cartoons' })],
    blocks: [{ id: 'cartoons', tags: ['children'] }],
    spots: [{ id: 's', ...more }],
  });
  it('keep a spot out of a block', () => {
    expect(broken(given({ exclude_blocks: ['cartoons'] }), {}, 's b')).toEqual(['exclusions s']);
  });
  it('keep a spot out of a kind of block', () => {
    expect(broken(given({ exclude_categories: ['children'] }), {}, 's b')).toEqual(['exclusions s']);
  });
});

describe('a booked position', () => {
  const given = (position: 'first' | 'last') => ({
    ...ONE,
    spots: [
      { id: 's', position },
      { id: 't', advertiser: 'B' },
    ],
  });
  it('first is the first', () => {
    expect(broken(given('first'), {}, 't b', 's b')).toEqual(['position s']);
    expect(broken(given('first'), {}, 's b', 't b')).toEqual([]);
  });
  it('last is the last', () => {
    expect(broken(given('last'), {}, 's b', 't b')).toEqual(['position s']);
    expect(broken(given('last'), {}, 't b', 's b')).toEqual([]);
  });
});

describe('a lock', () => {
  const given = {
    breaks: [b('b', '20:00'), b('c', '21:00')],
    spots: [{ id: 's' }],
    locks: [{ spot: 's', break: 'b' }],
  };
  it('holds its spot in its break', () => {
    expect(broken(given, {}, 's c')).toEqual(['locks s']);
    expect(broken(given, {})).toContain('locks s');
    expect(broken(given, {}, 's b')).toEqual([]);
  });
  it('holds a position', () => {
    const spots = [{ id: 's' }, { id: 't', advertiser: 'B' }];
    const held = { ...given, spots, locks: [{ spot: 's', break: 'b', position: 2 }] };
    expect(broken(held, {}, 's b', 't b')).toEqual(['locks s']);
    expect(broken(held, {}, 't b', 's b')).toEqual([]);
  });
});

describe('what is on air already', () => {
  const given = {
    breaks: [b('b', '20:00'), b('c', '21:00')],
    spots: [{ id: 's' }, { id: 't', advertiser: 'B' }],
    published: [{ spot: 's', break: 'b', position: 1 }],
  };
  const now = { now: '2025-03-10T20:30:00Z' };
  it('stays', () => {
    expect(broken(given, now, 's c', 't c')).toEqual(['aired s']);
  });
  it('takes nothing new', () => {
    expect(broken(given, now, 's b', 't b')).toEqual(['aired t']);
  });
  it('keeps its order', () => {
    const both = { ...given, published: [...given.published, { spot: 't', break: 'b', position: 2 }] };
    expect(broken(both, now, 't b', 's b')).toEqual(['aired s', 'aired t']);
  });
  it('is held against no rule', () => {
    const long = { ...given, breaks: [b('b', '20:00', { seconds: 20 }), b('c', '21:00')] };
    expect(broken(long, now, 's b', 't c')).toEqual([]);
  });
});

describe('a closed break', () => {
  it('keeps what was published in it and takes nothing new', () => {
    const given = {
      breaks: [b('b', '20:00', { locked: true }), b('c', '21:00')],
      spots: [{ id: 's' }, { id: 't', advertiser: 'B' }],
      published: [{ spot: 's', break: 'b', position: 1 }],
    };
    expect([...broken(given, {}, 's c', 't b')].sort()).toEqual(['locked_break s', 'locked_break t']);
    expect(broken(given, {}, 's b', 't c')).toEqual([]);
  });
});

describe('a preemption', () => {
  const given = {
    breaks: [b('b', '20:40'), b('c', '20:50'), b('d', '21:22')],
    spots: [{ id: 's' }],
    preemptions: [{ from: '20:40:00', live_end: '21:20:00' }],
  };
  it('moves a break to the end of the live event', () => {
    const { tables } = audited(given, {}, 's b');
    expect(tables.log?.rows[0]?.slice(0, 3)).toEqual(['b', '2025-03-10', '21:20']);
  });
  it('ends a break that no longer fits before the next', () => {
    expect(broken(given, {}, 's c')).toEqual(['breaks c']);
  });
});
