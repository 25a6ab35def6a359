import type { Instance, Loosening, Row, Schedule } from '../domain.ts';
import { lessThan } from '../explain/losses.ts';
import type { Model } from '../kernel/model.ts';
import { solve } from '../kernel/solve.ts';
import { solveWithCuts } from '../pipeline/cuts.ts';
import { askedOf, pinned } from '../pipeline/pins.ts';
import type { Session } from '../pipeline/session.ts';
import type { Price } from './price.ts';

/** What gives way, one thing at a time, of that which leaves no candidates behind. */
export const looseningsOf = ({ domain, scenario, data }: Session): readonly Loosening[] =>
  domain.loosenings?.(scenario.settings, data.tables) ?? [];

/** A price, and the model of the question that was opened for it: its aims may be others. */
interface Reopened {
  readonly price: Price;
  readonly open: Model;
}

/**
 * What it would bring if something gave way that has left no candidates behind: the question is opened again with that
 * one thing loosened, and solved. No limit of the model speaks of it, so that there is no shadow price.
 */
export async function reopenedPrice(
  session: Session,
  { rule, label, change, ...loose }: Loosening,
): Promise<Reopened | undefined> {
  const { instance, solution, open: own } = session;
  const opened = await reopened(session, loose);
  const { solution: found, open } = await solveWithCuts(opened, opened.model, (model, memory) =>
    solve(model, loose.settings.solver, { conflict: false, memory }),
  );
  if (found.status !== 'optimal') return undefined;
  // Points of both are counted in the units of the session's model.
  const net = (found.net * own.unit) / open.unit;
  const gains = lessThan(session, { chosen: found.chosen, net }, open).map((each) => ({ ...each, by: 0 - each.by }));
  const [before, after] = [instance.schedule(solution.chosen), opened.schedule(found.chosen)];
  const gain = (net - solution.net) / own.unit;
  const changes = { added: without(after, before), dropped: without(before, after) };
  return { price: { rule, label, change, gain, gains, ...changes }, open };
}

/** The loosened question, with what its scenario asks of single rows. */
async function reopened(
  { scenario, domain, data, instance: near }: Session,
  { settings, tables }: Pick<Loosening, 'settings' | 'tables'>,
): Promise<Instance> {
  const asked = await askedOf(scenario, domain);
  const instance = domain.open(settings, tables, { near });
  if (asked === undefined) return instance;
  const { model } = pinned({ settings, asked, domain, data: { ...data, tables }, instance });
  return { ...instance, model };
}

/** The rows of one schedule that another does not have. */
export function without(rows: Schedule, others: Schedule): Schedule {
  const keyOf = (row: Row) => JSON.stringify(row);
  const left = new Map<string, number>();
  for (const row of others) left.set(keyOf(row), (left.get(keyOf(row)) ?? 0) + 1);
  return rows.filter((row) => {
    const count = left.get(keyOf(row)) ?? 0;
    left.set(keyOf(row), count - 1);
    return count <= 0;
  });
}
