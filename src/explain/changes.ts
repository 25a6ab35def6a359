import type { Schedule } from '../domain.ts';
import { usesOf, visitGroups } from '../kernel/members.ts';
import { BILLION, type Model } from '../kernel/model.ts';
import { penaltyOf } from '../kernel/penalty.ts';
import type { Session } from '../pipeline/session.ts';

/** What one schedule has that the other has not. */
export interface Changes {
  readonly dropped: Schedule;
  readonly added: Schedule;
}

/** From the session's schedule to another, as rows. */
export function changesTo(session: Session, chosen: Int32Array): Changes {
  const { chosen: own } = session.solution;
  const [before, after] = [new Set(own), new Set(chosen)];
  return {
    dropped: rowsIn(
      session,
      own,
      own.filter((j) => !after.has(j)),
    ),
    added: rowsIn(
      session,
      chosen,
      chosen.filter((j) => !before.has(j)),
    ),
  };
}

/** The rows of some choices as they stand in a schedule: what is around a row may decide about its place. */
export function rowsIn({ instance, domain }: Session, schedule: Int32Array, some: Int32Array): Schedule {
  if (domain.schedule.derived === undefined) return Array.from(some, instance.row);
  const keyOf = (row: Schedule[number]) => JSON.stringify(domain.schedule.key.map((name) => row[name]));
  const keys = new Set(Array.from(some, (j) => keyOf(instance.row(j))));
  return instance.schedule(schedule).filter((row) => keys.has(keyOf(row)));
}

/** Points that a rule takes or gives, and for whom. */
export interface Share {
  readonly rule: string;
  readonly label: string;
  readonly points: number;
}

/** The penalties that one choice adds to a schedule, the others kept: whole objective units, in points. */
export function penaltiesOf(
  model: Model,
  chosen: Int32Array,
  auxiliary: Float64Array,
  candidate: number,
): readonly Share[] {
  return model.limits.flatMap((limits) => {
    const uses = usesOf(model, limits, chosen, auxiliary);
    const shares: Share[] = [];
    visitGroups(limits, candidate, (group, use) => {
      const points =
        (penaltyOf(limits, group, uses[group]!) - penaltyOf(limits, group, uses[group]! - use)) / model.unit;
      if (points !== 0) shares.push({ rule: limits.rule, label: limits.label(group), points });
    });
    return shares;
  });
}

/**
 * What a candidate pays at the shadow prices, in points: whole objective units where whole prices prove the optimum.
 * Nothing where priorities come before the score: then points are not what it pays with.
 */
export function chargesOf(
  { model, open, solution }: Session,
  whole: Charges | undefined,
  candidate: number,
): readonly Share[] {
  if (open.priorities) return [];
  const charge = whole ?? ((index, group, use) => (solution.prices[index]![group]! * use * model.unit) / BILLION);
  return model.limits.flatMap((limits, index) => {
    const shares: Share[] = [];
    visitGroups(limits, candidate, (group, use) => {
      const points = Math.round((charge(index, group, use) / model.unit) * 1e6) / 1e6;
      if (points !== 0) shares.push({ rule: limits.rule, label: limits.label(group), points });
    });
    return shares;
  });
}

/** Objective units for so much use of a group of an entry of the limits. */
export type Charges = (limits: number, group: number, use: number) => number;
