import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { offByDefault, onByDefault, rule } from '../../src/policy/rule.ts';
import { perDay } from './errand-rules.ts';
import { opened, settingsOf } from './errands.ts';

interface World {
  readonly days: readonly string[];
}

const parameters = onByDefault({ mode: z.enum(['hard', 'off']).default('hard'), most: z.int().default(2) });
const text = { name: 'per_day', title: 'A day', section: 'rules', meaning: 'At most.', formula: 'n <= most' } as const;
const all = { count: 2, level: new Uint8Array(2), day: Int32Array.of(0, 1) };

describe('a rule', () => {
  it('that is off is absent, by false or by its own parameters', () => {
    const one = rule<typeof parameters, World, 'day'>({ ...text, parameters, off: ({ mode }) => mode === 'off' });
    expect(one.bind(false, { days: [] })).toBeUndefined();
    expect(one.bind({ mode: 'off', most: 2 }, { days: [] })).toBeUndefined();
    expect(one.bind({ mode: 'hard', most: 2 }, { days: [] })).toBeDefined();
  });

  it('keeps its text and its parameters', () => {
    const one = rule<typeof parameters, World, 'day'>({ ...text, parameters });
    expect(one).toMatchObject(text);
    expect(one.parameters.parse(undefined)).toEqual({ mode: 'hard', most: 2 });
  });

  it('without filters and limits does neither', () => {
    const bound = rule<typeof parameters, World, 'day'>({ ...text, parameters }).bind({}, { days: [] })!;
    expect(bound.filters).toEqual([]);
    expect(bound.limits(all, settingsOf(), 2)).toEqual({ limits: [] });
  });

  it('looks its ledger up once, and hands it to filters and limits', () => {
    const looked: unknown[] = [];
    const one = rule<typeof parameters, World, 'day', readonly number[]>({
      ...text,
      parameters,
      ledger: ({ own, world }) => {
        looked.push(own);
        return world.days.map(() => own.most);
      },
      filters: ({ ledger }) => [{ step: 's', text: 't', removes: ({ day }) => ledger[day] === 0, why: () => 'w' }],
      limits: ({ ledger, columns }) => [
        {
          rule: 'per_day',
          groups: ledger.length,
          members: { group: all.day },
          most: Float64Array.from(ledger),
          label: String,
          more: () => `after ${columns} columns`,
        },
      ],
    });
    const own = { mode: 'hard', most: 3 };
    const bound = one.bind(own, { days: ['mon', 'tue'] })!;
    const { limits } = bound.limits(all, settingsOf(), 7);
    expect(bound.filters.map(({ removes }) => removes({ day: 1 }))).toEqual([false]);
    expect(limits[0]!.most).toEqual(Float64Array.of(3, 3));
    expect(limits[0]!.more(0)).toBe('after 7 columns');
    expect(looked).toEqual([own]);
  });
});

describe('parameters', () => {
  const shape = { most: z.int().default(1) };

  it('are on by default, or off by default', () => {
    expect(onByDefault(shape).parse(undefined)).toEqual({ most: 1 });
    expect(onByDefault(shape).parse(false)).toBe(false);
    expect(offByDefault(shape).parse(undefined)).toBe(false);
    expect(offByDefault(shape).parse({})).toEqual({ most: 1 });
  });

  it('that nobody knows are refused', () => {
    expect(onByDefault(shape).safeParse({ least: 1 }).success).toBe(false);
  });
});

describe('a rule that is off in a question', () => {
  it('has no line in the funnel, removes nothing and limits nothing', () => {
    const { model, funnel } = opened();
    expect(funnel.map(({ step }) => step)).toEqual(['pairs']);
    expect(model.candidates).toBe(9);
    expect(model.limits.map((limits) => limits.rule)).toEqual(['once']);
  });

  it('has them where it is on', () => {
    const { model, funnel } = opened({ holiday: { day: 'tue' }, [perDay.name]: { most: 1 } });
    expect(funnel.map(({ step, removed, left }) => [step, removed, left])).toEqual([
      ['pairs', 0, 9],
      ['holiday', 3, 6],
    ]);
    expect(model.limits.map((limits) => limits.rule)).toEqual(['once', 'per_day']);
  });
});
