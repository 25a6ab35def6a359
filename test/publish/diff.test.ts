import { describe, expect, it } from 'vitest';
import { diffCounts, diffLines, diffVersions, emptyPlan, isSame } from '../../src/publish/diff.ts';
import type { Plan } from '../../src/publish/version.ts';
import type { Cell } from '../../src/tables/result.ts';

/** Who is where, when; the note is no part of the comparison. */
function plan(rows: readonly (readonly Cell[])[], change: Partial<Plan> = {}): Plan {
  const columns = (['id', 'room', 'hour', 'note'] as const).map((name) => ({
    name,
    type: 'text' as const,
    label: name,
  }));
  const schedule = { table: 'plan', key: ['id'], place: ['room', 'hour'] };
  return { kind: 'rooms', name: 'mine', run: 'r', schedule, columns, rows, ...change };
}

const before = plan([
  ['ann', 'red', 9, ''],
  ['bo', 'red', 10, ''],
  ['cy', 'blue', 9, 'x'],
  ['di', 'blue', 10, ''],
]);
const after = plan([
  ['eve', 'red', 9, ''],
  ['di', 'red', 10, ''],
  ['cy', 'blue', 9, 'y'],
  ['bo', 'blue', 11, ''],
]);

describe('diffVersions', () => {
  it('tells what is new, dropped, moved and kept, by key', () => {
    expect(diffVersions(before, after)).toEqual({
      new: [{ key: { id: 'eve' }, before: null, after: { room: 'red', hour: 9 } }],
      dropped: [{ key: { id: 'ann' }, before: { room: 'red', hour: 9 }, after: null }],
      moved: [
        { key: { id: 'bo' }, before: { room: 'red', hour: 10 }, after: { room: 'blue', hour: 11 } },
        { key: { id: 'di' }, before: { room: 'blue', hour: 10 }, after: { room: 'red', hour: 10 } },
      ],
      kept: [{ key: { id: 'cy' }, before: { room: 'blue', hour: 9 }, after: { room: 'blue', hour: 9 } }],
    });
  });

  it('is the same the other way round, with new and dropped exchanged', () => {
    const [there, back] = [diffVersions(before, after), diffVersions(after, before)];
    expect(back.new.map(({ key }) => key)).toEqual(there.dropped.map(({ key }) => key));
    expect(back.moved.map((one) => one.after)).toEqual(there.moved.map((one) => one.before));
  });

  it('does not depend on the order of rows or columns', () => {
    const turned: Plan = {
      ...after,
      columns: after.columns.toReversed(),
      rows: after.rows.toReversed().map((row) => row.toReversed()),
    };
    expect(diffVersions(before, turned)).toEqual(diffVersions(before, after));
  });

  it('finds nothing between a schedule and itself', () => {
    const diff = diffVersions(before, before);
    expect(isSame(diff)).toBe(true);
    expect(diff.kept).toHaveLength(4);
    expect(isSame(diffVersions(before, after))).toBe(false);
  });

  it('finds everything new where nothing was', () => {
    expect(diffCounts(diffVersions(emptyPlan(after), after))).toBe('4 new, 0 dropped, 0 moved, 0 kept');
  });

  it('keeps apart keys of several columns, and a number from a text', () => {
    const schedule = { table: 'plan', key: ['id', 'room'], place: ['hour'] };
    const [a, b] = [['a,b', 'c', 1, '']]
      .map((row) => plan([row], { schedule }))
      .concat(plan([['a', 'b,c', 1, '']], { schedule }));
    expect(diffCounts(diffVersions(a!, b!))).toBe('1 new, 1 dropped, 0 moved, 0 kept');
    expect(diffCounts(diffVersions(plan([[1, 'red', 9, '']]), plan([['1', 'red', 9, '']])))).toBe(
      '1 new, 1 dropped, 0 moved, 0 kept',
    );
  });

  it('keeps keys such as __proto__ apart from what every object has', () => {
    const odd = plan([
      ['__proto__', 'red', 9, ''],
      ['constructor', 'red', 10, ''],
    ]);
    expect(diffVersions(emptyPlan(odd), odd).new.map(({ key }) => key.id)).toEqual(['__proto__', 'constructor']);
  });

  it('lists numbers by size, and no value last', () => {
    const numbered = plan([10, 9, null, 2].map((id) => [id, 'red', 9, '']));
    expect(diffVersions(emptyPlan(numbered), numbered).new.map(({ key }) => key.id)).toEqual([2, 9, 10, null]);
  });

  it('refuses schedules of two kinds', () => {
    expect(() => diffVersions(before, plan([], { kind: 'desks' }), ['a', 'b'])).toThrow(
      'cannot be compared with a: kind "rooms" here, "desks" there',
    );
  });

  it('refuses a schedule without a column of the comparison', () => {
    expect(() => diffVersions(plan([], { columns: [] }), after, ['a', 'b'])).toThrow('has no column "id"');
  });
});

describe('diffLines', () => {
  it('has a line for each change, and of a moved row only what changes', () => {
    expect(diffLines(diffVersions(before, after))).toEqual([
      'new      id eve: room red, hour 9',
      'dropped  id ann: was room red, hour 9',
      'moved    id bo: room red → blue, hour 10 → 11',
      'moved    id di: room blue → red',
    ]);
  });

  it('counts what it does not list', () => {
    expect(diffLines(diffVersions(emptyPlan(after), after), 1)).toEqual([
      'new      id bo: room blue, hour 11',
      'new      … and 3 more',
    ]);
  });

  it('says where there is no value', () => {
    const moved = diffVersions(plan([['ann', null, 9, '']]), plan([['ann', 'red', 9, '']]));
    expect(diffLines(moved)).toEqual(['moved    id ann: room none → red']);
  });
});

describe('names', () => {
  const named = (rows: readonly (readonly string[])[]) => ({
    ...plan([], { schedule: { table: 'plan', key: ['id'], place: ['room', 'row'] } }),
    columns: ['id', 'room', 'row', 'note', 'person', 'floor', 'wing'].map((name) => ({
      name,
      type: 'text' as const,
      label: name,
    })),
    rows,
  });
  const called = { id: ['person'], room: ['floor', 'wing'] };
  const old = named([
    ['a1', 'r1', '1', '', 'Ann', 'First', 'East'],
    ['b2', 'r2', '2', '', 'Ben', 'First', 'West'],
  ]);
  const now = named([
    ['a1', 'r2', '1', '', 'Ann', 'First', 'West'],
    ['c3', 'r1', '3', '', '', 'First', 'East'],
  ]);

  it('stand before codes; what has none is called by its column', () => {
    expect(diffLines(diffVersions(old, now, ['old', 'now'], called))).toEqual([
      'new      id c3: First East (r1), row 3',
      'dropped  Ben (b2): was First West (r2), row 2',
      'moved    Ann (a1): First East (r1) → First West (r2)',
    ]);
  });

  it('are beside the codes for programs', () => {
    expect(diffVersions(old, now, ['old', 'now'], called).moved[0]?.names).toEqual({
      before: { id: 'Ann', room: 'First East' },
      after: { id: 'Ann', room: 'First West' },
    });
  });

  it('may be missing in a version from before they were kept', () => {
    expect(diffLines(diffVersions(plan([['a1', 'red', 9, '']]), plan([]), ['old', 'now'], called))).toEqual([
      expect.stringMatching(/^dropped {2}id a1: was room red/),
    ]);
  });
});
