import { describe, expect, it } from 'vitest';
import type { Instance } from '../../src/domain.ts';
import { chosenOf, ERRANDS, kindWith, named, opened, settingsOf, tablesOf } from './errands.ts';

describe('what an open question tells', () => {
  const instance = opened({}, { weights: { worth: 2, early: 1.5 } });

  it('has rows by key and place, and describes them by their traits', () => {
    expect(instance.row(0)).toEqual({ id: 'post', day: 'mon' });
    expect(instance.described(1)).toEqual({ client: 'Bo', id: 'shop', day: 'mon' });
    expect(instance.fields).toEqual(['id', 'day', 'client']);
    expect(instance.schedule(Int32Array.of(0, 4))).toEqual([
      { id: 'post', day: 'mon' },
      { id: 'shop', day: 'tue' },
    ]);
    expect(instance.rowText({ id: 'post', day: 'mon' })).toBe('id post, day mon');
  });

  it('has the terms that say something, in points, and scores that are their sum', () => {
    expect(instance.terms(0)).toEqual([
      { name: 'worth', points: 60 },
      { name: 'early', points: 3, text: '2 before the last' },
    ]);
    expect(instance.terms(8)).toEqual([{ name: 'worth', points: 20 }]);
    for (let j = 0; j < instance.model.candidates; j++)
      expect(instance.terms(j).reduce((sum, { points }) => sum + points, 0)).toBe(
        instance.model.score[j]! / instance.model.unit,
      );
  });

  it('has nothing to say where the kind has not', () => {
    expect([instance.notes, instance.about({ day: 'mon' }, {} as never)]).toEqual([[], []]);
  });
});

describe('a question near to one that is open', () => {
  const counts = { open: 0, axes: 0 };
  const kind = kindWith(counts);
  const tables = tablesOf();
  const base = settingsOf({ holiday: { day: 'tue' }, per_day: { most: 2 } });
  const first = kind.open(base, tables);
  /** Which errand each candidate is: the very column where candidates were taken over. */
  const column = ({ model }: Instance) => model.limits.find(({ rule }) => rule === 'once')!.members.group;
  /** Opens another question, and says what it made anew. */
  const near = (settings: typeof base, own = tables, from: Instance | undefined = first) => {
    const before = counts.open;
    const instance = kind.open(settings, own, { near: from });
    return {
      instance,
      world: counts.open > before ? 'anew' : 'taken over',
      candidates: column(instance) === column(from ?? instance) ? 'taken over' : 'anew',
    };
  };
  const BOTH = { world: 'taken over', candidates: 'taken over' };
  const WORLD = { world: 'taken over', candidates: 'anew' };

  it('takes world and candidates over where weights, penalties or limits differ', () => {
    const weighed = near({ ...base, weights: { worth: 3, early: 1 } });
    expect(weighed).toMatchObject(BOTH);
    expect(weighed.instance.model.score).toEqual(Float64Array.of(92, 62, 32, 90, 60, 30));
    expect(weighed.instance.terms(0)[0]).toEqual({ name: 'worth', points: 90 });
    const limited = near(settingsOf({ holiday: { day: 'tue' }, per_day: { most: 1 }, fair: { price: 7 } }));
    expect(limited).toMatchObject(BOTH);
    const all = limited.instance.model.limits;
    expect(all.find(({ rule }) => rule === 'per_day')!.most).toEqual(Float64Array.of(1, 1, 1));
    expect(all.find(({ rule }) => rule === 'fair')!.over![0]!.price).toBe(7);
  });

  it('is the same as one that is opened by itself', () => {
    const settings = { ...base, weights: { worth: 3, early: 1 } };
    const plain = (instance: Instance) => ({
      ...instance.model,
      limits: instance.model.limits.map(({ rule, members, most }) => ({ rule, members, most })),
      funnel: instance.funnel,
      names: named(instance),
      why: instance.whyNot({ day: 'tue' }),
    });
    expect(plain(near(settings).instance)).toEqual(plain(kind.open(settings, tables)));
  });

  it('has its candidates anew where a filter differs', () => {
    const moved = near(settingsOf({ holiday: { day: 'mon' } }));
    expect(moved).toMatchObject(WORLD);
    expect(named(moved.instance)).toEqual(['post tue', 'shop tue', 'wash tue', 'post wed', 'shop wed', 'wash wed']);
    expect(near(settingsOf())).toMatchObject(WORLD);
    expect(near(settingsOf({ holiday: { day: 'tue' }, absence: { day: 'mon' } }))).toMatchObject(WORLD);
  });

  it('does not take one rule for another that has the same parameters', () => {
    const other = near(settingsOf({ absence: { day: 'tue' } }));
    expect(other).toMatchObject(WORLD);
    expect(other.instance.funnel.map(({ step, removed }) => [step, removed])).toEqual([
      ['pairs', 0],
      ['absence', 2],
    ]);
  });

  it('has its world anew where the scope differs, or the tables', () => {
    const fewer = near({ ...base, days: ['mon', 'tue'] });
    expect(fewer.world).toBe('anew');
    expect(named(fewer.instance)).toEqual(['post mon', 'shop mon', 'wash mon']);
    const changed = near(base, tablesOf(ERRANDS.slice(1)));
    expect(changed).toMatchObject({ world: 'anew', candidates: 'anew' });
    expect(named(changed.instance)).toEqual(['shop mon', 'wash mon', 'shop wed', 'wash wed']);
  });

  it('takes nothing from a question of another kind', () => {
    const stranger = kindWith({ open: 0, axes: 0 }).open(base, tables);
    expect(near(base, tables, stranger)).toMatchObject({ world: 'anew', candidates: 'anew' });
  });

  it('goes on from a question whose model was changed since', () => {
    const pinned = { ...first, model: { ...first.model, limits: first.model.limits.slice(0, 1) } };
    const again = near(base, tables, pinned);
    expect(again).toMatchObject(BOTH);
    expect(again.instance.model.limits).toHaveLength(2);
  });

  it('has another tie-break under another seed', () => {
    const seeded = near({ ...base, solver: { seed: 2, seconds: 10 } });
    expect(seeded).toMatchObject(BOTH);
    expect([...seeded.instance.model.tie]).not.toEqual([...first.model.tie]);
  });
});

it('limits that only a schedule shows have the title of their rule', () => {
  const instance = kindWith({ open: 0, axes: 0, cuts: true }).open(settingsOf(), tablesOf());
  const [post, wash] = chosenOf(instance, 'post mon', 'wash mon');
  expect(instance.cuts!(Int32Array.of(post!))).toEqual([]);
  expect(instance.cuts!(Int32Array.of(post!, wash!))).toMatchObject([{ rule: 'quiet', groups: 3 }]);
  expect(instance.inTheWay(Int32Array.of(post!), wash!)).toEqual(['Quiet: two for Ann on mon']);
});

it('stages are told one after the other, with what each of them holds', () => {
  const told: unknown[] = [];
  kindWith({ open: 0, axes: 0 }).open(settingsOf({ per_day: { most: 2 } }), tablesOf(), {
    watch: { begin: (name) => told.push(name), end: (_, rows) => told.push(rows) },
  });
  expect(told).toEqual(['world', 6, 'rules', 3, 'candidates', 9, 'model', 6]);
});
