import { describe, expect, it } from 'vitest';
import { compare, compareOf } from '../../src/compare/compare.ts';
import type { Run } from '../../src/runs/run.ts';
import type { Cell, ResultTable } from '../../src/tables/result.ts';

/** A schedule of errands: which, to whom, on which day. */
function plan(...rows: readonly (readonly [string, string, string])[]): ResultTable {
  const names: Readonly<Record<string, string>> = { p1: 'Ann', p2: 'Bo', p3: 'Bo' };
  return {
    columns: ['id', 'who', 'name', 'day'].map((name) => ({ name, type: 'text', label: name.toUpperCase() })),
    rows: rows.map(([id, who, day]): readonly Cell[] => [id, who, names[who] ?? null, day]),
  };
}

const domain = {
  kind: 'errands',
  schedule: { table: 'plan', key: ['id'], place: ['who', 'day'], named: { who: 'name' } },
  metrics: {
    reached: { label: 'Reached', better: 'more', headline: true, frontier: true },
    gini: { label: 'Gini', better: 'less', headline: true },
  },
} as const;

function run(name: string, changes: Partial<Run> = {}): Run {
  return {
    id: `${name}-0123456789`,
    kind: 'errands',
    name,
    title: name,
    status: 'optimal',
    objective: { net_score: 100, raw_score: 110, late_penalty: 10 },
    metrics: { reached: 1, gini: 0.4, odd: 1 },
    candidates: 9,
    funnel: [],
    audit: { passed: true, levels: [] },
    notes: [],
    scenario: { file: 'x.yaml', text: '', settings: { kind: 'errands', title: name }, overrides: [] },
    provenance: { scenario: 's', data: 'd', schedule: 'p', engine: 'e', solver: 'h', seed: 1, method: 'whole' },
    timing: [],
    tables: { plan: plan(['e1', 'p1', 'mon'], ['e2', 'p1', 'tue'], ['e3', 'p2', 'mon']) },
    ...changes,
  };
}

const settings = (values: object) => ({
  file: 'x.yaml',
  text: '',
  settings: { kind: 'errands', ...values },
  overrides: [],
});
const against = (changes: Partial<Run>, base: Partial<Run> = {}) =>
  compareOf(domain, [run('a', base), run('b', changes)]).differences[0]!;

describe('settings', () => {
  const paths = (a: object, b: object) => {
    const { inputs } = against({ scenario: settings(b) }, { scenario: settings(a) });
    return inputs.settings;
  };
  it('are compared one by one, old and new', () => {
    expect(paths({ rules: { a: { x: 1, y: 2 } } }, { rules: { a: { x: 1, y: 3 } } })).toEqual([
      { path: 'rules.a.y', old: 2, new: 3 },
    ]);
  });
  it('are one setting where a rule is off on one side', () => {
    expect(paths({ rules: { a: false } }, { rules: { a: { x: 1, y: 3 } } })).toEqual([
      { path: 'rules.a', old: false, new: { x: 1, y: 3 } },
    ]);
  });
  it('are one setting where a list differs', () => {
    expect(paths({ days: ['mon', 'tue'] }, { days: ['mon'] })).toEqual([
      { path: 'days', old: ['mon', 'tue'], new: ['mon'] },
    ]);
  });
  it('may be there on one side only', () => {
    expect(paths({}, { weights: { x: 1 } })).toEqual([{ path: 'weights', new: { x: 1 } }]);
    expect(paths({ cost: { Audi: 1 } }, { cost: {} })).toEqual([{ path: 'cost.Audi', old: 1 }]);
  });
  it('are the same in another order', () => {
    expect(paths({ a: { x: 1, y: [{ k: 1, l: 2 }] } }, { a: { y: [{ l: 2, k: 1 }], x: 1 } })).toEqual([]);
  });
  it('leave out the title and the description, and take the source of data as a whole', () => {
    const a = { title: 'A', description: 'x', data: { sample: 1 } };
    expect(paths(a, { title: 'B', data: { dir: '/data' } })).toEqual([
      { path: 'data', old: { sample: 1 }, new: { dir: '/data' } },
    ]);
  });
  it('may be called like a part of every object', () => {
    const hostile = JSON.parse('{"cost":{"__proto__":5,"constructor":6}}') as object;
    expect(paths({ cost: {} }, hostile)).toEqual([
      { path: 'cost.__proto__', new: 5 },
      { path: 'cost.constructor', new: 6 },
    ]);
  });
});

describe('data', () => {
  const provenance = { ...run('a').provenance, data: 'other' };
  it('is the same where the fingerprint is', () => {
    expect(against({}).inputs.data).toEqual({ same: true, tables: null });
  });
  it('differs by table', () => {
    const table = (name: string, fingerprint: string) => ({ table: name, rows: 1, fingerprint });
    const data = against(
      { provenance, data: [table('cars', 'x'), table('people', 'z'), table('extra', 'q')] },
      { data: [table('cars', 'x'), table('people', 'y')] },
    ).inputs.data;
    expect(data).toEqual({
      same: false,
      tables: [
        { table: 'cars', same: true },
        { table: 'extra', same: false },
        { table: 'people', same: false },
      ],
    });
  });
});

describe('schedules', () => {
  const schedule = against({
    tables: { plan: plan(['e1', 'p1', 'mon'], ['e2', 'p3', 'tue'], ['e4', 'p3', 'wed']) },
  }).schedule!;
  it('tell what is kept, moved, new and dropped', () => {
    expect([schedule.kept, schedule.moved, schedule.new, schedule.dropped]).toEqual([1, 1, 1, 1]);
  });
  it('tell which part of the place changed', () => {
    expect(schedule.changes[0]).toEqual({
      change: 'moved',
      key: { id: 'e2' },
      before: { who: 'p1', day: 'tue' },
      after: { who: 'p3', day: 'tue' },
      changed: ['who'],
    });
    expect(schedule.changes.map(({ change, key }) => `${change} ${key.id}`)).toEqual([
      'moved e2',
      'new e4',
      'dropped e3',
    ]);
  });
  it('tell who gained and lost, by name, and keep two of one name apart', () => {
    const [who, day, id] = schedule.entities;
    expect(who).toEqual({
      column: 'who',
      label: 'NAME',
      entities: [
        { entity: 'Bo (p3)', before: 0, after: 2 },
        { entity: 'Ann', before: 2, after: 1 },
        { entity: 'Bo (p2)', before: 1, after: 0 },
      ],
    });
    expect(day!.entities).toEqual([
      { entity: 'wed', before: 0, after: 1 },
      { entity: 'mon', before: 2, after: 1 },
    ]);
    expect(id!.entities.map(({ entity }) => entity)).toEqual(['e4', 'e3']);
  });
  it('are not compared where one of the two has none', () => {
    expect(against({ status: 'infeasible', objective: {}, metrics: {}, tables: {} }).schedule).toBeNull();
  });
  it('count the rows of each entity in each run', () => {
    const empty = run('c', { status: 'infeasible', objective: {}, metrics: {}, tables: {} });
    const { counts } = compareOf(domain, [run('a'), run('b', { tables: { plan: plan(['e1', 'p2', 'mon']) } }), empty]);
    expect(counts).toEqual({
      column: 'who',
      label: 'NAME',
      entities: [
        { entity: 'Ann', counts: [2, 0, null] },
        { entity: 'Bo', counts: [1, 1, null] },
      ],
    });
  });
});

describe('measures', () => {
  const { measures } = against({
    objective: { net_score: 90.3, raw_score: 110, late_penalty: 19.7 },
    metrics: { reached: 3, gini: 0.1, odd: 2 },
  });
  const reading = (name: string) => {
    const { value, difference, direction } = measures.find((one) => one.name === name)!;
    return [value, difference, direction];
  };
  it('are better or worse by what the kind says', () => {
    expect(reading('reached')).toEqual([3, 2, 'better']);
    expect(reading('gini')).toEqual([0.1, -0.3, 'better']);
  });
  it('know that a penalty is worse when it grows', () => {
    expect(reading('late_penalty')).toEqual([19.7, 9.7, 'worse']);
    expect(reading('net_score')).toEqual([90.3, -9.7, 'worse']);
  });
  it('are the same, or only differ where nobody said which way is better', () => {
    expect(reading('raw_score')).toEqual([110, 0, 'same']);
    expect(reading('odd')).toEqual([2, 1, 'other']);
  });
  it('are missing where there is no schedule', () => {
    const none = against({ status: 'infeasible', objective: {}, metrics: {}, tables: {} });
    expect(none.measures[0]).toEqual({
      name: 'net_score',
      value: null,
      baseline: 100,
      difference: null,
      direction: 'other',
    });
  });
});

describe('a comparison', () => {
  const runs = [run('week'), run('week@x', { id: 'x1' }), run('week@y', { id: 'y1' })];
  it('is held against the first run, or another by name, label or id', () => {
    const baseline = (name?: string) => compareOf(domain, runs, { baseline: name }).baseline;
    expect([baseline(), baseline('week@x'), baseline('y'), baseline('y1')]).toEqual([
      'week',
      'week@x',
      'week@y',
      'week@y',
    ]);
  });
  it('gives each run a letter and a short label', () => {
    expect(compareOf(domain, runs).runs.map(({ mark, label }) => `${mark} ${label}`)).toEqual(['A week', 'B x', 'C y']);
  });
  it('marks the runs that no other beats', () => {
    const value = (name: string, net_score: number, reached: number) =>
      run(name, { objective: { net_score }, metrics: { reached } });
    const [frontier] = compareOf(domain, [value('a', 9, 1), value('b', 7, 3), value('c', 6, 2)]).frontiers;
    expect(frontier).toMatchObject({ score: 'net_score', metric: 'reached' });
    expect(frontier!.points.map(({ efficient }) => efficient)).toEqual([true, true, false]);
  });
  it('takes one question once, by its last name', () => {
    const { runs: taken } = compareOf(domain, [run('week', { id: 'q' }), run('week@x', { id: 'q' }), run('other')]);
    expect(taken.map(({ name }) => name)).toEqual(['week@x', 'other']);
  });
  it('keeps apart two runs of one name by their ids', () => {
    const { runs: taken } = compareOf(domain, [run('week', { id: '11112222zz' }), run('week', { id: '33334444zz' })]);
    expect(taken.map(({ name }) => name)).toEqual(['week (11112222)', 'week (33334444)']);
  });
  it('changes no run', () => {
    const before = structuredClone(runs);
    compareOf(domain, runs);
    expect(runs).toEqual(before);
  });
  it('refuses a baseline that is not there, and names those that are', () => {
    expect(() => compareOf(domain, runs, { baseline: 'z' })).toThrow('no run "z" to be the baseline');
  });
  it('refuses fewer than two runs', () => {
    expect(() => compareOf(domain, [runs[0]!])).toThrow('a comparison needs two runs, and here is 1');
    expect(() => compare([])).toThrow('a comparison needs two runs, and here are none');
  });
  it('refuses runs of different kinds', () => {
    expect(() => compare([run('a'), run('b', { kind: 'loans' })])).toThrow(
      'runs of different kinds cannot be compared: errands, loans',
    );
  });
});
