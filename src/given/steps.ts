import type { Row } from '../domain.ts';
import { lessThan, type Ranked } from '../explain/losses.ts';
import type { Limits } from '../kernel/model.ts';
import type { Found, Session } from '../pipeline/session.ts';
import type { GivenDifference, GivenMove, GivenStep } from '../runs/given.ts';
import { plural } from '../text/format.ts';
import { nameOf, type Placed, type Plan } from './candidates.ts';

/** With so many rows that the given schedule does not have, the best schedule is asked for at the most. */
const MOST = 3;

/** Told before each question: how many new rows it allows. */
export type OnStep = (most: number) => void;

/**
 * What to change first: the best schedules with none, one, two and three rows that the given one does not have, each
 * found by solving the same model with that one limit more. Dropping rows is free. Ends where one more row brings
 * nothing.
 */
export async function stepsOf(session: Session, plan: Plan, onStep: OnStep): Promise<readonly GivenStep[]> {
  const { placed } = plan;
  const name = nameOf(session.domain);
  const rows = new Set(placed.map(({ row }) => name(row)));
  const own = (j: number) => rows.has(name(session.instance.row(j)));
  const group = Int32Array.from({ length: session.open.candidates }, (_, j) => (own(j) ? -1 : 0));
  const steps: GivenStep[] = [];
  let first: Found | undefined;
  let before: Found | undefined;
  for (let most = 0; most <= MOST; most++) {
    onStep(most);
    const { open } = session;
    const found = await session.ask({ ...open, limits: [...open.limits, atMost(group, most)] });
    // A search that was stopped says nothing of what is possible.
    if (found.status !== 'optimal' && found.status !== 'infeasible') break;
    const isFound = found.status === 'optimal';
    if (isFound && before !== undefined && moreThan(session, before, found).length === 0) break;
    steps.push(isFound ? stepOf(session, plan, { most, own, found, first }) : { ...NOTHING, most });
    if (isFound) {
      first ??= found;
      before = found;
    }
  }
  return steps;
}

const NOTHING: Omit<GivenStep, 'most'> = { net: null, kept: 0, added: [], dropped: [], restored: [], more: [] };

const atMost = (group: Int32Array, most: number): Limits => ({
  rule: 'given',
  groups: 1,
  members: { group },
  most: Float64Array.of(most),
  label: () => 'rows that the given schedule does not have',
  more: () => 'one more row that the given schedule does not have',
});

/** What the second schedule has more than the first, in every aim in which they differ. */
export function moreThan(session: Session, from: Ranked, to: Ranked): readonly GivenDifference[] {
  return lessThan({ open: session.open, solution: { ...session.solution, ...to } }, from);
}

/** One answer, and what it is held against. */
interface Answered {
  readonly most: number;
  readonly own: (candidate: number) => boolean;
  readonly found: Found;
  /** The answer without any new row. */
  readonly first: Found | undefined;
}

function stepOf(session: Session, plan: Plan, { most, own, found, first }: Answered): GivenStep {
  const { placed, counts } = plan;
  const { instance, open, domain } = session;
  const name = nameOf(domain);
  const stays = (chosen: Int32Array) => {
    const rows = new Set(Array.from(chosen, (j) => name(instance.row(j))));
    return (each: Placed) => each.repeats === undefined && rows.has(name(each.row));
  };
  const [now, then] = [stays(found.chosen), first === undefined ? () => true : stays(first.chosen)];
  const moveOf = (each: Placed, why: string): GivenMove => ({ line: each.line, row: each.text, why });
  const fresh = Array.from(
    found.chosen.filter((j) => !own(j)),
    instance.row,
  );
  const sameKey = (a: Row, b: Row) => domain.schedule.key.every((key) => String(a[key]) === String(b[key]));
  const dropped = placed.filter((each) => then(each) && !now(each));
  return {
    most,
    net: found.net / open.unit,
    kept: placed.filter(now).length,
    added: fresh.map((row) => {
      const lines = placed.filter((each) => sameKey(each.row, row)).map(({ line }) => line);
      const why = lines.length === 0 ? '' : `instead of ${counts} ${lines.join(' and ')}`;
      return { line: null, row: instance.rowText(row), why };
    }),
    dropped: dropped.map((each) => {
      const isReplaced = each.candidate !== undefined && fresh.some((row) => sameKey(each.row, row));
      return moveOf(each, isReplaced ? 'a new row takes its place' : whyDropped(session, plan, each, found));
    }),
    restored: placed.filter((each) => now(each) && !then(each)).map((each) => moveOf(each, '')),
    more: first === undefined ? [] : moreThan(session, first, found),
  };
}

/** Why the best schedule of the given rows does without one of them: what stands in its way, or its price. */
function whyDropped(
  { instance, open }: Session,
  { counts }: Plan,
  { candidate, repeats, reasons }: Placed,
  { chosen }: Found,
): string {
  if (repeats !== undefined) return `says the same as ${counts} ${repeats}`;
  if (candidate === undefined) return reasons.join('; ');
  const [first] = instance.inTheWay(chosen, candidate);
  if (first !== undefined) return first;
  return `its ${plural(open.score[candidate]! / open.unit, 'point')} do not pay for the penalties that go with it`;
}
