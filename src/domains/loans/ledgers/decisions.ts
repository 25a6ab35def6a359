import type { Tables } from '../../../domain.ts';
import type { PastDecision, PastDecisions } from '../../../learning.ts';
import { addMonths, epochDay, weekday } from '../../../tables/dates.ts';
import { plural } from '../../../text/format.ts';
import type { LoansSettings } from '../scenario.ts';
import { rankWeightOf } from '../score.ts';
import type { HistoryRow, LoansTables } from '../tables.ts';
import { scopeOf, type World, worldOf } from '../world.ts';
import { closeness } from './distance.ts';
import { PUBLICATION_MONTHS } from './publications.ts';

/**
 * Loans that are over and of which it is known whether something was published, with the terms of their score before
 * weights. Publications are those that were known when the loan began; ranks and places are those of today, since no table
 * says what they were.
 */
export function decisions(settings: LoansSettings, tables: Tables): PastDecisions {
  const all = tables as unknown as LoansTables;
  const world = worldOf({ settings: scopeOf(settings), tables: all });
  const known = all.loan_history.rows.filter(({ clips_received: clips, start_date: start }) => clips !== null && start);
  const partnerAt = new Map(world.partners.map(({ person_id }, p) => [person_id as string, p]));
  const approvedAs = new Map(
    world.approvals.map((one) => [keyOf(world.partners[one.partner]!.person_id, one.make), one]),
  );
  const near = closeness(settings.rules.locality, world);
  const before = publicationsBefore(all.loan_history.rows);
  const officeOf = officeIn(world);
  const rows = known.flatMap((loan): readonly PastDecision[] => {
    const partner = partnerAt.get(loan.person_id);
    const approval = approvedAs.get(keyOf(loan.person_id, loan.make));
    const office = officeOf(loan, partner);
    if (partner === undefined || approval === undefined || office < 0) return [];
    const start = loan.start_date!;
    const { loans, published } = before(loan, start);
    const terms = {
      rank: rankWeightOf(approval.rank),
      geo: near(partner, office) / 1000,
      pub: published / Math.max(1, loans),
      hist: published > 0 ? 1 : 0,
      preferred_day: world.partners[partner]!.preferred_day_of_week === weekday(start) ? 1 : 0,
    };
    return [{ at: epochDay(start) * 86_400, terms, success: loan.clips_received === true }];
  });
  const open = all.loan_history.rows.length - known.length;
  const others = known.length - rows.length;
  return {
    rows,
    success: 'the loan led to a publication',
    notes: [
      ...(open === 0 ? [] : [`${plural(open, 'past loan')} left out: nobody says whether something was published`]),
      ...(others === 0
        ? []
        : [`${plural(others, 'past loan')} left out: not of these offices, or not approved any more`]),
      'ranks, places and preferred weekdays are those of today: where they were set for what a partner published, they say in part what they are tested on',
    ],
  };
}

const keyOf = (person: string, make: string): string => JSON.stringify([person, make]);

/** The office that lent, by its place in the world; -1 where it is another one. */
function officeIn({ offices, partners }: World): (loan: HistoryRow, partner: number | undefined) => number {
  return ({ office }, partner) =>
    offices.indexOf(office ?? (partner === undefined ? '' : (partners[partner]!.office as string)));
}

/** What was known of a partner's loans of a make before a day: those that ended before it, within 24 months. */
function publicationsBefore(rows: readonly HistoryRow[]) {
  const groups = new Map<string, { readonly date: string; readonly published: boolean }[]>();
  for (const { person_id, make, end_date, start_date, clips_received } of rows) {
    const date = end_date ?? start_date;
    if (date === null) continue;
    const key = keyOf(person_id, make);
    const group = groups.get(key) ?? [];
    group.push({ date, published: clips_received === true });
    groups.set(key, group);
  }
  return ({ person_id, make }: HistoryRow, start: string) => {
    const from = addMonths(start, -PUBLICATION_MONTHS);
    const own = (groups.get(keyOf(person_id, make)) ?? []).filter(({ date }) => date >= from && date < start);
    return { loans: own.length, published: own.filter(({ published }) => published).length };
  };
}
