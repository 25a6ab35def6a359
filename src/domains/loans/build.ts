import type { Built } from '../../domain.ts';
import type { Limits, Model } from '../../kernel/model.ts';
import { from, type Watch } from '../../pipeline/stage.ts';
import { nearest } from '../../problems/nearest.ts';
import { aimsOf } from './aims.ts';
import { availabilityOf } from './availability.ts';
import { type Candidates, feasible, filtered, tiesOf } from './candidates.ts';
import { capsOf } from './caps.ts';
import { strayOverrides } from './check.ts';
import { commitmentsOf } from './commitments.ts';
import { cooldownsOf } from './cooldowns.ts';
import type { Known } from './known.ts';
import { moneyOf } from './money.ts';
import { rules } from './rules/index.ts';
import type { LoansSettings } from './scenario.ts';
import { scoresOf, scoreTermsOf } from './score.ts';
import type { LoansTables } from './tables.ts';
import { worldOf } from './world.ts';

/** From settings and tables to a model, stage by stage. */
export function build(settings: LoansSettings, tables: LoansTables, watch: Watch): Built {
  const { known } = from({ settings, tables }, watch)
    .stage({
      name: 'world',
      doing: 'indexing the office',
      run: () => worldOf(settings, tables),
      rows: (world) => world.vehicles.length + world.partners.length,
    })
    .stage({
      name: 'availability',
      doing: 'laying out which cars are free when',
      run: ({ world }) => availabilityOf(settings, tables, world),
      rows: (availability) => availability.count,
    })
    .stage({
      name: 'ledgers',
      doing: 'counting past loans, caps and budgets',
      run: ({ world }) => ({
        cooldowns: cooldownsOf(settings, tables, world),
        caps: capsOf(settings, tables, world),
        money: moneyOf(settings, tables, world),
        commitments: commitmentsOf(settings, tables, world),
      }),
      rows: () => tables.loan_history.rows.length,
    })
    .stage({
      name: 'feasible',
      doing: 'pairing cars and partners',
      run: ({ world, availability }) => feasible(world, availability),
      rows: ({ candidates }) => candidates.count,
    })
    .stage({
      name: 'filtered',
      doing: 'applying cooldowns and other filters',
      run: (line) => filtered(line.feasible, filtersOf({ ...line, ...line.ledgers })),
      rows: ({ candidates }) => candidates.count,
    })
    .stage({
      name: 'model',
      doing: 'scoring candidates and setting limits',
      run: (line) => modelOf({ ...line, ...line.ledgers }, line.filtered.candidates),
      rows: (model) => model.limits.reduce((sum, limits) => sum + limits.groups, 0),
    });
  const { candidates, funnel } = known.filtered;
  const { world } = known;
  return {
    model: known.model,
    funnel,
    notes: [...notesOf(tables), ...strangeCosts(settings, tables), ...strayOverrides(settings)],
    schedule: (chosen) =>
      Array.from(chosen, (j) => ({
        vin: world.vehicles[candidates.vehicle[j]!]!.vin,
        person_id: world.partners[candidates.partner[j]!]!.person_id,
        start_day: world.days[candidates.day[j]!]!.date,
      })),
    aims: () => aimsOf({ ...known, ...known.ledgers }, candidates),
    terms: (j) => scoreTermsOf({ ...known, ...known.ledgers }, candidates, j),
  };
}

const filtersOf = (known: Known) => rules.flatMap((rule) => rule.filter?.(known) ?? []);

/** Scores and limits of the candidates that are left. */
export function modelOf(known: Known, candidates: Candidates): Model {
  const { unit } = known.money;
  const score = scoresOf(known, candidates).map((points) => points * unit);
  const limits: readonly Limits[] = rules.flatMap((rule) => rule.limits?.(known, candidates, unit) ?? []);
  return { unit, candidates: candidates.count, score, tie: tiesOf(known, candidates), limits };
}

function notesOf(tables: LoansTables): readonly string[] {
  const missing: Readonly<Record<string, string>> = {
    loan_history: 'no loan_history: no cooldowns, caps count this week only, publication terms are zero',
    current_activity: 'no current_activity: every car in service counts as free',
    rules: 'no rules: default caps by rank and the default cooldown',
    budgets: 'no budgets: no limit on money unless rules.budgets.missing is enforce',
  };
  return Object.entries(missing).flatMap(([name, text]) =>
    tables[name as Exclude<keyof LoansTables, 'planned'>].present ? [] : [text],
  );
}

/** Makes that a cost is given for and no vehicle has: as likely a slip of the pen as a make of another office. */
function strangeCosts(settings: LoansSettings, tables: LoansTables): readonly string[] {
  const rule = settings.rules.budgets;
  if (rule === false) return [];
  const makes = [...new Set(tables.vehicles.rows.map((row) => row.make))].sort();
  return Object.keys(rule.cost)
    .filter((make) => !makes.includes(make))
    .map((make) => {
      const close = nearest(make, makes);
      return `rules.budgets.cost names ${make}, a make of no vehicle${close ? `; maybe ${close} is meant` : ''}`;
    });
}
