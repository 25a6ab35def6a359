import { numbers } from '../../bench/instances.ts';
import type { MetricFormula } from '../../src/audit/metric/formula.ts';
import type { Domain, Instance, Row } from '../../src/domain.ts';
import { loans } from '../../src/domains/loans/index.ts';
import { evaluate } from '../../src/kernel/evaluate.ts';
import type { Limits, Model } from '../../src/kernel/model.ts';
import { openSession, type Session } from '../../src/pipeline/session.ts';
import type { Settings } from '../../src/scenario/scenario.ts';
import { randomWeek } from '../invariants/random-week.ts';
import { settingsOf, type Week } from '../invariants/weeks.ts';
import { limitsOf, modelOf } from '../kernel/made.ts';

/** What is open of a domain whose candidates are a model's. */
export function instanceOf(model: Model): Instance {
  const row = (j: number): Row => ({ id: `c${j}` });
  return {
    model,
    funnel: [],
    notes: [],
    fields: ['id'],
    row,
    described: row,
    candidateOf: ({ id }) => Number(String(id).slice(1)),
    schedule: (chosen) => Array.from(chosen, row),
    terms: () => [],
    rowText: ({ id }) => `id ${id}`,
    whyNot: () => [],
    inTheWay: () => [],
    about: () => [],
  };
}

/** A formula over some of its candidates. */
export function formulaOf<F extends MetricFormula>(formula: F, kept: Iterable<number>): F {
  const of = (values: Float64Array) => Float64Array.from(kept, (j) => values[j]!);
  if (formula.kind === 'sum') return { ...formula, value: of(formula.value) };
  const group = Int32Array.from(kept, (j) => formula.group[j]!);
  return formula.kind === 'groups' && formula.use ? { ...formula, group, use: of(formula.use) } : { ...formula, group };
}

/** A domain whose candidates are a model's, named by number; no table, no rule, nothing to audit but the net. */
export function domainOf(model: Model, formulas: readonly MetricFormula[] = [], more: Partial<Domain> = {}): Domain {
  return {
    kind: 'made',
    title: 'Made',
    noun: ['row', 'rows'],
    shape: {},
    tables: [],
    rules: [],
    starter: '',
    schedule: { table: 'plan', key: ['id'], place: [] },
    sample: () => [],
    open: () => instanceOf(model),
    formulas: (_settings, _tables, candidates) =>
      formulas.map((formula) =>
        formulaOf(
          formula,
          candidates.map((row) => Number(String(row.id).slice(1))),
        ),
      ),
    audit: (_settings, _tables, schedule) => ({
      violations: [],
      objective: {
        net_score:
          evaluate(
            model,
            Int32Array.from(schedule, (row) => Number(String(row.id).slice(1))),
          ) / model.unit,
      },
      metrics: {},
      tables: {
        plan: { columns: [{ name: 'id', type: 'text', label: 'Id' }], rows: schedule.map((row) => [row.id!]) },
      },
    }),
    page: () => ({ subtitle: '', tiles: [], sections: [] }),
    ...more,
  };
}

/** A session on a model of its own. */
export function sessionOn(
  model: Model,
  formulas: readonly MetricFormula[] = [],
  more: Partial<Domain> = {},
  keys: Partial<Settings> = {},
): Promise<Session> {
  const general = { kind: 'made', title: 'made', data: { sample: 1 }, solver: { seed: 1, seconds: 60 } } as const;
  const settings: Settings = { ...general, ...keys };
  const scenario = {
    kind: 'made',
    name: 'made',
    file: 'made.yaml',
    settings,
    expect: {},
    overrides: [],
    text: '',
    place: () => ({ file: 'made.yaml' }),
  };
  return openSession(scenario, domainOf(model, formulas, more));
}

/** A session on a random week of loans. */
export function sessionOnWeek(seed: number): Promise<Session> {
  const { raw, keys }: Week = randomWeek(seed);
  const domain: Domain = { ...(loans as unknown as Domain), sample: () => raw };
  const settings = settingsOf(keys);
  return openSession(
    {
      kind: 'loans',
      name: 'week',
      file: 'week.yaml',
      settings,
      expect: {},
      overrides: [],
      text: '',
      place: () => ({ file: 'week.yaml' }),
    },
    domain,
  );
}

/** Every schedule of a model without auxiliary columns that breaks no hard limit. */
export function schedulesOf(model: Model): readonly { readonly chosen: Int32Array; readonly net: number }[] {
  const all = Array.from({ length: 2 ** model.candidates }, (_, mask) => {
    const chosen = Int32Array.from(
      Array.from({ length: model.candidates }, (_, j) => j).filter((j) => (mask >> j) & 1),
    );
    return { chosen, net: evaluate(model, chosen) };
  });
  return all.filter(({ net }) => net > -Infinity);
}

/** Cars to partners, with few different scores: many ties. */
export function tied(seed: number): { readonly model: Model; readonly partner: Int32Array; readonly partners: number } {
  const below = numbers(seed * 7919 + 5);
  for (let k = 0; k < 5; k++) below(2);
  const [cars, partners] = [3 + below(3), 2 + below(3)];
  const pairs: { car: number; partner: number; day: number }[] = [];
  for (let car = 0; car < cars; car++)
    for (let partner = 0; partner < partners; partner++)
      if (below(4) > 0 && pairs.length < 12) pairs.push({ car, partner, day: below(2) });
  const most = (count: number, each: number) => Array.from({ length: count }, () => each);
  const fairness: readonly (readonly (readonly [at: number, price: number])[])[] = [
    [],
    [[1, 200]],
    [
      [1, 100],
      [2, 200],
    ],
    [[0, 300]],
  ];
  const fair = fairness[below(4)]!;
  const limits: Limits[] = [
    limitsOf(
      'car',
      pairs.map(({ car }) => car),
      { groups: cars, most: most(cars, 1) },
    ),
    limitsOf(
      'day',
      pairs.map(({ day }) => day),
      { groups: 2, most: [1 + below(3), 1 + below(3)] },
    ),
    limitsOf(
      'fairness',
      pairs.map(({ partner }) => partner),
      { groups: partners, over: fair },
    ),
  ];
  if (below(2) === 0)
    limits.push(
      limitsOf(
        'money',
        pairs.map(() => 0),
        { use: pairs.map(({ car }) => [300, 300, 450][car % 3]!), over: [[below(1200), 1]] },
      ),
    );
  return {
    model: modelOf(
      pairs.map(() => [400, 500, 600, 600, 600][below(5)]!),
      limits,
    ),
    partner: Int32Array.from(pairs, ({ partner }) => partner),
    partners,
  };
}
