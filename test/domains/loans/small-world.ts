import { availabilityOf } from '../../../src/domains/loans/availability.ts';
import { type Candidates, type Funnelled, feasible, filtered } from '../../../src/domains/loans/candidates.ts';
import { capsOf } from '../../../src/domains/loans/caps.ts';
import { commitmentsOf } from '../../../src/domains/loans/commitments.ts';
import { cooldownsOf } from '../../../src/domains/loans/cooldowns.ts';
import type { Known } from '../../../src/domains/loans/known.ts';
import { moneyOf } from '../../../src/domains/loans/money.ts';
import { rules } from '../../../src/domains/loans/rules/index.ts';
import { worldOf } from '../../../src/domains/loans/world.ts';
import { type Given, settingsOf, tablesOf } from './audit-fixture.ts';

/** All that the rules may look at, from the little that a test says. */
export function knownOf(given: Given, keys: Readonly<Record<string, unknown>> = {}): Known {
  const settings = settingsOf(keys);
  const tables = tablesOf(given);
  const world = worldOf(settings, tables);
  return {
    settings,
    tables,
    world,
    availability: availabilityOf(settings, tables, world),
    cooldowns: cooldownsOf(settings, tables, world),
    caps: capsOf(settings, tables, world),
    money: moneyOf(settings, tables, world),
    commitments: commitmentsOf(settings, tables, world),
  };
}

/** What is left after every filter of the rules. */
export function candidatesOf(known: Known): Funnelled {
  const filters = rules.flatMap((rule) => rule.filter?.(known) ?? []);
  return filtered(feasible(known.world, known.availability), filters);
}

/** "V1 P1 22": candidates in short, in their order. */
export function named({ world }: Known, candidates: Candidates): readonly string[] {
  return Array.from(candidates.day, (day, j) => {
    const { vin } = world.vehicles[candidates.vehicle[j]!]!;
    return `${vin} ${world.partners[candidates.partner[j]!]!.person_id} ${world.days[day]!.date.slice(-2)}`;
  });
}

/** The candidates of a small world in short, after every filter. */
export function left(given: Given, keys: Readonly<Record<string, unknown>> = {}): readonly string[] {
  const known = knownOf(given, keys);
  return named(known, candidatesOf(known).candidates);
}
