import { expect } from 'vitest';
import type { Audit } from '../../../src/audit/audit.ts';
import { priceOf } from '../../../src/audit/price.ts';
import { auditLoans } from '../../../src/domains/loans/audit.ts';
import { usesOf } from '../../../src/kernel/members.ts';
import type { Limits, Model, Status } from '../../../src/kernel/model.ts';
import { penaltyOf } from '../../../src/kernel/penalty.ts';
import { solve } from '../../../src/kernel/solve.ts';
import { type Given, settingsOf, tablesOf } from './audit-fixture.ts';
import { openLoans } from './small-world.ts';

/** A candidate as the specification writes it. A day of one or two digits is in September 2025. */
export type Triple = readonly [
  vin: string,
  partner: string,
  day: number | string,
  make: string,
  rank: string,
  score: number,
];

/** A week in which these triples, and no others, could be chosen. Rules that are not given are off. */
export interface Case {
  readonly triples: readonly Triple[];
  /** Slots by day, with a note or without; other weekdays have 15. */
  readonly slots?: Readonly<Record<string, number | readonly [slots: number, note: string]>>;
  readonly given?: Given;
  readonly rules?: Readonly<Record<string, unknown>>;
  readonly week?: string;
  readonly seed?: number;
}

/** The best schedule of a case, priced by the model and again by the auditor. */
export interface Outcome {
  readonly status: Status;
  /** "V1 P001 2025-09-22", by day, car and partner. */
  readonly loans: readonly string[];
  readonly vins: readonly string[];
  /** Loans of each partner served, most first: [2, 2] or [3, 1]. */
  readonly counts: readonly number[];
  readonly raw: number;
  readonly capPenalty: number;
  readonly fairnessPenalty: number;
  readonly budgetPenalty: number;
  readonly net: number;
  readonly candidates: number;
  readonly model: Model;
  readonly audit: Audit;
}

const OFF = { cooldown: false, tier_caps: false, fairness: false, budgets: false };

const dateOf = (day: number | string): string => (String(day).length > 2 ? String(day) : `2025-09-${day}`);

/** Tables that hold the triples of a case. A car has one make, as in any table of vehicles. */
export function tablesOfCase({ triples, slots = {}, given = {} }: Case): Given {
  const makes = new Map(triples.map(([vin, , , make]) => [vin, make]));
  for (const [vin, , , make] of triples) if (makes.get(vin) !== make) throw new Error(`${vin} has two makes`);
  const approvals = new Map(
    triples.map(([, person_id, , make, rank]) => [`${person_id} ${make}`, { person_id, make, rank }]),
  );
  const partners = [...new Set(triples.map(([, person_id]) => person_id))];
  return {
    vehicles: [...makes].map(([vin, make]) => ({ vin, make })),
    partners: partners.map((person_id) => ({ person_id, name: person_id })),
    approved: [...approvals.values()],
    calendar: Object.entries(slots).map(([day, of]) => {
      const [number, notes] = typeof of === 'number' ? [of, null] : of;
      return { date: dateOf(day), slots: number, notes };
    }),
    ...given,
  };
}

/** Opens a case, solves its model with the scores as given, and has every penalty priced twice. */
export async function best(input: Case): Promise<Outcome> {
  const { seed = 42, week = '2025-09-22' } = input;
  const settings = { ...settingsOf({ week, rules: { ...OFF, ...input.rules } }), solver: { seed, seconds: 10 } };
  const tables = tablesOf(tablesOfCase(input));
  const key = (vin: string, partner: string, date: string) => `${vin} ${partner} ${date}`;
  const scores = new Map(
    input.triples.map(([vin, partner, day, , , score]) => [key(vin, partner, dateOf(day)), score]),
  );
  const { model: whole, row } = openLoans(settings, tables);
  const nameOf = (j: number) => {
    const { vin, person_id, start_day } = row(j);
    return key(String(vin), String(person_id), String(start_day));
  };
  const listed = Int32Array.from({ length: whole.candidates }, (_, j) => j).filter((j) => scores.has(nameOf(j)));
  const score = Float64Array.from(listed, (j) => scores.get(nameOf(j))! * whole.unit);
  const model = { ...only(whole, listed), score };
  const { status, chosen, net } = await solve(model, settings.solver);
  const loans = Array.from(chosen, (j) => nameOf(listed[j]!));
  const schedule = loans.map((loan) => {
    const [vin = '', person_id = '', start_day = ''] = loan.split(' ');
    return { vin, person_id, start_day };
  });
  const outcome = {
    status,
    loans,
    vins: schedule.map(({ vin }) => vin).sort(),
    counts: countsOf(schedule.map(({ person_id }) => person_id)),
    raw: chosen.reduce((sum, j) => sum + score[j]!, 0) / model.unit,
    capPenalty: chargedBy('tier_caps', model, chosen),
    fairnessPenalty: chargedBy('fairness', model, chosen),
    budgetPenalty: chargedBy('budgets', model, chosen),
    net: net / model.unit,
    candidates: model.candidates,
    model,
    audit: auditLoans(settings, tables, schedule),
  };
  agree(outcome);
  return outcome;
}

/** A model with some of its candidates alone. */
function only(model: Model, columns: Int32Array): Model {
  const of = ({ members, ...limits }: Limits): Limits => ({
    ...limits,
    members: {
      group: columns.map((j) => members.group[j]!),
      ...(members.use && { use: Float64Array.from(columns, (j) => members.use![j]!) }),
    },
  });
  return {
    ...model,
    candidates: columns.length,
    score: Float64Array.from(columns, (j) => model.score[j]!),
    tie: Uint32Array.from(columns, (j) => model.tie[j]!),
    limits: model.limits.map(of),
  };
}

/** The solver's net score is the raw score less penalties, and the auditor finds the same penalties and no fault. */
function agree({ status, raw, capPenalty, fairnessPenalty, budgetPenalty, net, audit }: Outcome): void {
  expect(status).toBe('optimal');
  expect(net).toBe(raw - capPenalty - fairnessPenalty - budgetPenalty);
  expect(audit.violations).toEqual([]);
  expect(audit.objective).toMatchObject({
    cap_penalty: capPenalty,
    fairness_penalty: fairnessPenalty,
    budget_penalty: budgetPenalty,
  });
}

function chargedBy(rule: string, model: Model, chosen: Int32Array): number {
  let charged = 0;
  for (const limits of model.limits.filter((each) => each.rule === rule)) {
    const uses = usesOf(model, limits, chosen, new Float64Array());
    uses.forEach((use, group) => {
      charged += penaltyOf(limits, group, use);
    });
  }
  return charged / model.unit;
}

function countsOf(names: readonly string[]): readonly number[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts.values()].sort((a, b) => b - a);
}

/** Every schedule of greatest net score, as lists of candidates, by trying them all. */
export function optima(model: Model): { readonly net: number; readonly schedules: readonly (readonly number[])[] } {
  let net = -Infinity;
  let schedules: (readonly number[])[] = [];
  for (let set = 0; set < 2 ** model.candidates; set++) {
    const chosen = Array.from({ length: model.candidates }, (_, j) => j).filter((j) => (set >> j) & 1);
    const priced = priceOf(model, chosen);
    if (priced.broken.length > 0 || priced.net < net) continue;
    if (priced.net > net) schedules = [];
    net = priced.net;
    schedules.push(chosen);
  }
  return { net: net / model.unit, schedules };
}
