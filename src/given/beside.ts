import type { Row } from '../domain.ts';
import { evaluate } from '../kernel/evaluate.ts';
import type { Model } from '../kernel/model.ts';
import type { Session } from '../pipeline/session.ts';
import type { GivenBest, GivenRowChange } from '../runs/given.ts';
import type { Placed, Plan } from './candidates.ts';
import { moreThan, type OnStep, stepsOf } from './steps.ts';

/** The best schedule of the same question beside a given one, and what to change first. */
export async function besideBest(session: Session, plan: Plan, onStep: OnStep): Promise<GivenBest> {
  const { placed } = plan;
  const { run, solution } = session;
  const isProven = solution.status === 'optimal';
  const found = isProven || solution.status === 'feasible';
  const chosen = chosenBy(session.open, placed);
  return {
    run: run.id,
    status: run.status,
    objective: run.objective,
    more: found && chosen !== undefined ? moreThan(session, chosen, solution) : null,
    rows: found ? changesOf(session, placed) : [],
    steps: isProven ? await stepsOf(session, plan, onStep) : [],
  };
}

/**
 * The given schedule as a choice of candidates with its net score, in objective units. Undefined where no run could
 * choose it: a row is no candidate or stands twice, a hard limit is broken, or helper columns would have to be guessed.
 */
export function chosenBy(open: Model, placed: readonly Placed[]): { chosen: Int32Array; net: number } | undefined {
  const candidates = placed.map(({ candidate }) => candidate);
  if (
    open.auxiliary !== undefined ||
    candidates.includes(undefined) ||
    placed.some(({ repeats }) => repeats !== undefined)
  )
    return undefined;
  const chosen = Int32Array.from(candidates as number[]).sort();
  const net = evaluate(open, chosen);
  return Number.isFinite(net) ? { chosen, net } : undefined;
}

/**
 * What becomes of each row in the best schedule, by key. The same key at the same place is kept. Where a key stands
 * several times, those that are kept are told first, then one for one those that moved.
 */
function changesOf({ instance, domain, solution }: Session, placed: readonly Placed[]): readonly GivenRowChange[] {
  const { key, place } = domain.schedule;
  const textBy = (names: readonly string[]) => (row: Row) =>
    JSON.stringify(names.map((name) => String(row[name] ?? '')));
  const [keyOf, placeOf] = [textBy(key), textBy(place)];
  const left = new Map<string, Row[]>();
  for (const row of instance.schedule(solution.chosen)) left.set(keyOf(row), [...(left.get(keyOf(row)) ?? []), row]);
  const take = (own: Placed, fits: (row: Row) => boolean): Row | undefined => {
    const rows = left.get(keyOf(own.row)) ?? [];
    const at = rows.findIndex(fits);
    return at < 0 ? undefined : rows.splice(at, 1)[0];
  };
  const kept = new Map(placed.map((own) => [own, take(own, (row) => placeOf(row) === placeOf(own.row))]));
  const told = placed.map((own): GivenRowChange => {
    const { line, text: before } = own;
    if (kept.get(own)) return { change: 'kept', line, before, after: before };
    const moved = take(own, () => true);
    return moved
      ? { change: 'moved', line, before, after: instance.rowText(fieldsOf(moved, [...key, ...place])) }
      : { change: 'dropped', line, before, after: null };
  });
  const added = [...left.values()].flat().map(
    (row): GivenRowChange => ({
      change: 'new',
      line: null,
      before: null,
      after: instance.rowText(fieldsOf(row, [...key, ...place])),
    }),
  );
  return [...told, ...added];
}

const fieldsOf = (row: Row, names: readonly string[]): Row =>
  Object.fromEntries(names.map((name) => [name, row[name] ?? null]));
