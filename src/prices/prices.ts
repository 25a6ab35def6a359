import { changesTo } from '../explain/changes.ts';
import { compareLosses, lessThan } from '../explain/losses.ts';
import { visitGroups } from '../kernel/members.ts';
import type { Limits, Model } from '../kernel/model.ts';
import { loosen, repeatCandidates } from '../kernel/vary.ts';
import type { Session } from '../pipeline/session.ts';
import type { Price } from './price.ts';
import { type Question, questionsOf } from './questions.ts';
import { looseningsOf, reopenedPrice, without } from './reopened.ts';

/** How many limits are priced where nobody says. */
const PRICED = 20;

/**
 * What one more unit of each limit that binds is worth: each limit that may bring something, dearest first, is loosened
 * by one step and the model solved again. Soft rules with several such limits are also loosened as a whole, and a
 * prohibition is also lifted as a whole. Limits without a shadow price are left out where the prices prove the schedule
 * without a gap: one unit more of them brings nothing. What removed candidates before there was a model, such as a
 * closed day, is priced by opening the question again. Of a schedule that is not proven there are none.
 *
 * @param most How many questions are asked of the solver.
 * @example
 * const [best] = await priceList(session, 1);
 * best.gain // 116
 * best.added.map(({ spot, break: name }) => [spot, name]) // [['h2', 'b2114'], ['o1', 'b2014']]
 */
export async function priceList(session: Session, most = PRICED): Promise<readonly Price[]> {
  const { solution, open } = session;
  if (solution.status !== 'optimal') return [];
  const prices: Price[] = [];
  const questions = questionsOf(session);
  const loosenings = looseningsOf(session);
  // What has no shadow price cannot be ranked: it may take half of the questions, and what the others leave.
  const total = Math.min(most, questions.length + loosenings.length);
  const reopened = Math.min(loosenings.length, Math.max(Math.floor(total / 2), total - questions.length));
  for (const question of questions.slice(0, total - reopened)) {
    const price = await priceOf(session, question);
    if (price) prices.push(price);
  }
  const models: Model[] = [open];
  for (const loosening of loosenings.slice(0, reopened)) {
    const found = await reopenedPrice(session, loosening);
    if (found === undefined) continue;
    prices.push(found.price);
    models.push(found.open);
  }
  return prices.sort((a, b) => compareLosses(b.gains, a.gains, ...models) || (a.change < b.change ? -1 : 1));
}

async function priceOf(session: Session, question: Question): Promise<Price | undefined> {
  const { solution, open } = session;
  const { rule, label, change, shadow, limits, groups, by } = question;
  const members = [...membersOf(open, open.limits[limits]!, groups)];
  const copies = open.limits[limits]!.anew ? members : [];
  const model = copies.length === 0 ? open : repeatCandidates(open, copies);
  const touched = [...members, ...copies.keys()].map((j, at) => (at < members.length ? j : open.candidates + j));
  const found = await session.ask(loosen(model, limits, groups, by), touched);
  // Loosening forbids nothing: the schedule that was best is still there.
  if (found.status !== 'optimal') return undefined;
  const chosen = found.chosen.map((j) => (j < open.candidates ? j : copies[j - open.candidates]!)).sort();
  const gains = lessThan(session, { chosen, net: found.net }).map((each) => ({ ...each, by: 0 - each.by }));
  const gain = (found.net - solution.net) / open.unit;
  const changes = copies.length === 0 ? changesTo(session, chosen) : changesInRows(session, chosen);
  return { rule, label, change, shadow, gain, gains, ...changes };
}

/** Changes where one row may stand in the schedule twice: for a second car, the same day and the same partner. */
function changesInRows({ instance, solution }: Session, chosen: Int32Array) {
  const [before, after] = [Array.from(solution.chosen, instance.row), Array.from(chosen, instance.row)];
  return { added: without(after, before), dropped: without(before, after) };
}

function membersOf({ candidates }: Model, limits: Limits, groups: readonly number[]): ReadonlySet<number> {
  const some = new Set(groups);
  const members = new Set<number>();
  for (let j = 0; j < candidates; j++)
    visitGroups(limits, j, (own) => {
      if (some.has(own)) members.add(j);
    });
  return members;
}
