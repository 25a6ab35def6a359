import { z } from 'zod';
import type { MetricText } from '../audit/audit.ts';
import type { Domain, Judging, OpenOptions, RuleText, Schedule, Tables } from '../domain.ts';
import { silent } from '../pipeline/stage.ts';
import { type Chapter, chapter, pageOf } from '../report/chapter.ts';
import { metricTiles } from '../report/run/tiles.ts';
import type { Run } from '../runs/run.ts';
import type { Scenario, Settings } from '../scenario/scenario.ts';
import type { TableSpec } from '../tables/table.ts';
import { doubledTables, inlineTables } from './inline.ts';
import type { Kind } from './kind.ts';
import { onceOf } from './once.ts';
import { openKind } from './open.ts';
import { scheduleOf } from './row.ts';
import { sampleRows, shapeOf, starterOf } from './shape.ts';

/**
 * A kind of problem from what its author knows. Everything else (funnel, why-not, in-the-way, terms, names) follows.
 *
 * @example
 * const columns = { id: column(cells.text, 'its name'), worth: column(cells.integer, 'points') };
 * const errands = table({ name: 'errands', description: 'to do', required: true, key: ['id'], columns });
 * type Question = { settings: unknown; tables: TablesOf<{ errands: typeof errands }> };
 * const kind = domain({
 *   kind: 'errands', title: 'Errands', noun: ['errand', 'errands'], tables: { errands },
 *   row: { table: 'plan', key: { id: 'errand' }, place: {} },
 *   open: ({ tables }: Question) => tables.errands.rows,
 *   axes: (rows) => ({ id: rows.map(({ id }) => id) }),
 *   rules: [],
 *   terms: [{
 *     name: 'worth', title: 'Worth', section: 'always', parameters: noParameters,
 *     meaning: 'What the errand is worth.', formula: 'worth',
 *     of: ({ world, all }) => (j) => world[all.id[j]!]!.worth,
 *   }],
 *   ...auditBy({
 *     table: 'plan',
 *     look: ({ id }, { tables }: Question) => tables.errands.rows.find((row) => row.id === id) ?? `no errand ${id}`,
 *     columns: [['id', 'text', 'Errand', ({ id }) => id]], rules: {}, score: ({ worth }) => worth,
 *   }),
 *   sample: { errands: [{ id: 'bank', worth: 4 }] },
 * });
 * kind.schedule // { table: 'plan', key: ['id'], place: [] }
 */
export function domain<S extends Settings, Scope, T, W, A extends string>(given: Kind<S, Scope, T, W, A>): Domain<S> {
  const kind = given.once ? { ...given, rules: [onceOf(given), ...given.rules] } : given;
  const {
    tables: specs,
    rules,
    terms,
    open: _,
    audit,
    next,
    loosenings,
    formulas,
    horizon,
    settings: shape = {},
    row,
    inline,
    forms = {},
    sample,
    ...rest
  } = kind;
  // Tables were validated against the kind's own descriptions: here, and only here, they get their types.
  const typed = (tables: Tables) => tables as unknown as T;
  const all = Object.values(specs) as unknown as readonly TableSpec[];
  return {
    ...rest,
    shape: shapeOf({ settings: shape, rules: [...terms, ...rules], tables: inline ? all : [] }),
    schedule: scheduleOf(row),
    tables: all,
    rules: textsOf({ terms, rules, weights: shape.weights }),
    ...(inline && {
      data: 'inline' as const,
      inline: (scenario: Scenario<S>) => inlineTables({ specs: all, forms, scenario }),
      check: (settings: S) => [
        ...doubledTables([...all.map(({ name }) => name), ...Object.keys(forms)], settings),
        ...(kind.check?.(settings) ?? []),
      ],
    }),
    page: kind.page ?? pageOfChapters(kind),
    sample: typeof sample === 'function' ? sample : () => sampleRows(all, sample),
    starter: kind.starter ?? starterOf(kind.kind, kind.title),
    open: (settings: S, tables: Tables, { watch = silent, near }: OpenOptions = {}) =>
      openKind(kind, { settings, tables: typed(tables), watch, near }),
    audit: (settings: S, tables: Tables, schedule: Schedule, how?: Judging) =>
      audit(settings, typed(tables), schedule, how),
    ...(formulas && {
      formulas: (settings: S, tables: Tables, rows: Schedule) => formulas(settings, typed(tables), rows),
    }),
    ...(horizon && {
      horizon: {
        ...horizon,
        audit: (settings: S, tables: Tables, schedule: Schedule) => horizon.audit(settings, typed(tables), schedule),
      },
    }),
    ...(loosenings && {
      loosenings: (settings: S, tables: Tables) =>
        loosenings(settings, typed(tables)).map((one) => ({ ...one, tables: one.tables as unknown as Tables })),
    }),
    ...(next && {
      next: (settings: S, tables: Tables, schedule: Schedule) => {
        const after = next(settings, typed(tables), schedule);
        return { settings: after.settings, tables: after.tables as unknown as Tables };
      },
    }),
  };
}

type Paged<S extends Settings> = Pick<Domain<S>, 'noun' | 'metrics'> & {
  readonly row: { readonly table: string };
  readonly chapters?: readonly Chapter[];
  readonly subtitle?: (run: Run) => string;
};

function pageOfChapters<S extends Settings>({ chapters, subtitle, row, noun, metrics = {} }: Paged<S>) {
  const words: Readonly<Record<string, Omit<MetricText, 'headline'>>> = metrics;
  return pageOf(chapters ?? [chapter.schedule()], {
    subtitle: subtitle ?? (({ title }) => title),
    tiles: (run) => metricTiles(words, run, Object.keys(words)),
    noun,
    schedule: row.table,
    metrics,
  });
}

interface Texts {
  readonly terms: readonly RuleText[];
  readonly rules: readonly RuleText[];
  /** The settings of all weights, where the kind states them. */
  readonly weights: unknown;
}

/** Terms, then rules; the weights among them first, in the order in which the settings list them. */
function textsOf({ terms, rules, weights }: Texts): readonly RuleText[] {
  const names = keysOf(weights);
  const rank = ({ section, name }: RuleText) => (section === 'weights' ? names.indexOf(name) : names.length);
  return [...terms.map(textOf), ...rules].toSorted((a, b) => rank(a) - rank(b));
}

/** The keys of an object that a schema describes, whatever its default. */
function keysOf(schema: unknown): readonly string[] {
  if (schema instanceof z.ZodPrefault || schema instanceof z.ZodDefault) return keysOf(schema.unwrap());
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

const textOf = ({ name, title, meaning, formula, parameters, section }: RuleText): RuleText => ({
  name,
  title,
  meaning,
  formula,
  parameters,
  section,
});
