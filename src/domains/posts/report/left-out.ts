import type { LeftOut } from '../../../domain.ts';
import { recordsOf, textOf } from '../../../report/page.ts';
import { PRIORITIES } from '../tables/words.ts';

/** Posts without a time, the most important ones first. */
export const leftOut: LeftOut = {
  noun: ['post', 'posts'],
  order: 'urgent ones first, then by name',
  of: (run) => {
    const rows = recordsOf(run.tables.unplaced);
    return PRIORITIES.flatMap((priority) => rows.filter((row) => textOf(row, 'priority') === priority)).map((row) => ({
      name: `${textOf(row, 'post')}, ${textOf(row, 'channel')}`,
      fields: { post: textOf(row, 'post') },
    }));
  },
};
