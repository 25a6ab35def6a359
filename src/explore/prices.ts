import type { Limits, Model } from '../kernel/model.ts';
import { loosen, loosenAll } from '../kernel/vary.ts';
import type { Schedule } from '../pipeline/domain.ts';
import type { Cell, ResultTable } from '../tables/result.ts';
import { changesTo } from './changes.ts';
import type { Session } from './session.ts';

/** What loosening one limit would bring, found by solving again. */
export interface Price {
  readonly rule: string;
  /** Whose limit; of a whole rule, how many. */
  readonly label: string;
  /** What was changed: "one more slot on Thursday 25 September". */
  readonly change: string;
  /** Its shadow price for the same step, in points: about what it brings, and at the most that where the prices leave no gap. */
  readonly shadow: number;
  /** What it brings, exactly, in points. */
  readonly gain: number;
  readonly added: Schedule;
  readonly dropped: Schedule;
}

/** How many limits are priced where nobody says. */
export const PRICED = 20;

/** One question: a limit, or all limits of a rule, moved. */
interface Question {
  readonly rule: string;
  readonly label: string;
  readonly change: string;
  readonly shadow: number;
  readonly model: Model;
}

/**
 * What one more unit of each limit that binds is worth: each limit with a shadow price, dearest first, is loosened by
 * one step and the model solved again. Soft rules with several such limits are also loosened as a whole. Limits without
 * a shadow price are left out: where the prices prove the schedule without a gap, one unit more of them brings nothing.
 *
 * @param most How many questions are asked of the solver.
 */
export async function priceList(session: Session, most = PRICED): Promise<readonly Price[]> {
  if (session.solution.status !== 'optimal') return [];
  const asked = questions(session).slice(0, most);
  const prices: Price[] = [];
  for (const { model, ...question } of asked) {
    const found = await session.ask(model, { conflict: false });
    // Loosening forbids nothing: the schedule that was best is still there.
    if (found.status !== 'optimal') continue;
    const { added, dropped } = changesTo(session, found.chosen);
    prices.push({ ...question, gain: (found.net - session.solution.net) / model.unit, added, dropped });
  }
  return prices.sort((a, b) => b.gain - a.gain || (a.change < b.change ? -1 : 1));
}

function questions({ model, solution }: Session): readonly Question[] {
  const points = (price: number, by: number) => Math.round((price * by) / 1e7) / 100;
  const all = model.limits.flatMap((limits, index) => {
    const prices = solution.prices[index]!;
    const by = (limits.priced?.step ?? 1) * (limits.per ?? 1);
    const single = [...prices.keys()]
      .filter((group) => prices[group]! > 0 && movable(limits, group))
      .map(
        (group): Question => ({
          rule: limits.rule,
          label: limits.label(group),
          change: limits.priced?.text(group) ?? limits.more(group),
          shadow: points(prices[group]!, by),
          model: loosen(model, index, group, by),
        }),
      );
    const soft = (limits.over?.length ?? 0) > 0 && single.length > 1 && limits.priced === undefined;
    if (!soft) return single;
    const whole: Question = {
      rule: limits.rule,
      label: `all ${limits.groups}`,
      change: `${limits.rule.replaceAll('_', ' ')} one step looser for all`,
      shadow: single.reduce((sum, each) => sum + each.shadow, 0),
      model: loosenAll(model, index, by),
    };
    return [whole, ...single];
  });
  return all.sort((a, b) => b.shadow - a.shadow);
}

/** A limit from above that is there: what must be at least so much is not loosened by allowing more. */
const movable = ({ most, over }: Limits, group: number): boolean =>
  Number.isFinite(most?.[group] ?? Infinity) || (over ?? []).some((hinge) => Number.isFinite(hinge.at[group]!));

/** A price list as a table of a run. */
export function priceTable(prices: readonly Price[]): ResultTable {
  const text = (rows: Schedule) => rows.map((row) => Object.values(row).join(' ')).join('; ');
  return {
    columns: [
      { name: 'rule', type: 'text', label: 'Rule' },
      { name: 'group', type: 'text', label: 'Limit on' },
      { name: 'change', type: 'text', label: 'Change' },
      { name: 'gain', type: 'number', label: 'Points gained' },
      { name: 'shadow', type: 'number', label: 'Shadow price' },
      { name: 'added', type: 'text', label: 'Added' },
      { name: 'dropped', type: 'text', label: 'Dropped' },
    ],
    rows: prices.map((price): Cell[] => [
      price.rule,
      price.label,
      price.change,
      price.gain,
      price.shadow,
      text(price.added),
      text(price.dropped),
    ]),
  };
}
