import type { LeftOut } from '../../domain.ts';
import { recordsOf, textOf } from '../../report/page.ts';

/** Spots without a break, in the order of the audit: by tier, then by value. */
export const leftOut: LeftOut = {
  noun: ['spot', 'spots'],
  order: 'by tier, then those of most value first',
  of: (run) =>
    recordsOf(run.tables.unplaced).map((row) => ({
      name: [textOf(row, 'spot'), textOf(row, 'advertiser')].filter((part) => part !== '').join(', '),
      fields: { spot: textOf(row, 'spot') },
    })),
};
