import { addMonths } from '../../../tables/dates.ts';
import type { HistoryRow, PartnerRow } from '../tables.ts';

/** What became of a partner's loans of a make. */
export interface Publications {
  /** Loans in the 24 months; 1 where there are none, so that it can divide. */
  readonly loans: number;
  readonly published: number;
}

/** So many months back publications count. */
export const PUBLICATION_MONTHS = 24;

/** What publications are counted from. */
interface PastLoans {
  readonly week: string;
  readonly history: readonly HistoryRow[];
  readonly partners: readonly PartnerRow[];
  readonly approvals: readonly { readonly partner: number; readonly make: string }[];
}

/** Loans and publications of each approval whose end, else start, lies in [week - 24 months, week]. */
export function publicationsOf({ week, history, partners, approvals }: PastLoans): readonly Publications[] {
  const from = addMonths(week, -PUBLICATION_MONTHS);
  const records = new Map<string, { loans: number; published: number }>();
  for (const row of history) {
    const date = row.end_date ?? row.start_date;
    if (date === null || date < from || date > week) continue;
    const key = JSON.stringify([row.person_id, row.make]);
    const record = records.get(key) ?? { loans: 0, published: 0 };
    record.loans++;
    if (row.clips_received === true) record.published++;
    records.set(key, record);
  }
  return approvals.map(
    ({ partner, make }) =>
      records.get(JSON.stringify([partners[partner]!.person_id, make])) ?? { loans: 1, published: 0 },
  );
}
