import { z } from 'zod';
import type { Candidates } from '../candidates.ts';
import type { Known } from '../known.ts';
import type { Spot } from '../spots.ts';
import { capRows } from './caps.ts';
import { groupsOf, limitsOf } from './rows.ts';
import type { Rule } from './rule.ts';

/** How often an advertiser airs in a block and on a day. */
export const blockAndDayCaps: Rule = {
  name: 'caps',
  title: 'Caps of a block and a day',
  section: 'always',
  meaning:
    'In a block, and on a broadcast date, an advertiser (counted with all of its parent) airs no more spots than the smallest cap among those that name one.',
  formula: 'spots of the parent in (block, date) <= min cap_block(s); on date <= min cap_day(s)',
  parameters: z.strictObject({}),
  limits: (known, candidates, columns) => ({
    limits: [
      ...capped('cap_block', known, candidates, columns, ({ capBlock }) => capBlock),
      ...capped('cap_day', known, candidates, columns, ({ capDay }) => capDay),
    ],
  }),
};

function capped(
  rule: 'cap_block' | 'cap_day',
  known: Known,
  candidates: Candidates,
  columns: number,
  capOf: (spot: Spot) => number | null,
) {
  const { world } = known;
  const named = new Set(world.spots.filter((spot) => capOf(spot) !== null).map(({ parent }) => parent));
  const groups = groupsOf(candidates, (j) => {
    const { parent } = world.spots[candidates.spot[j]!]!;
    const { block, date } = world.breaks[candidates.break[j]!]!;
    if (!named.has(parent) || (rule === 'cap_block' && block === null)) return undefined;
    return rule === 'cap_block' ? `${parent} in ${block} on ${date}` : `${parent} on ${date}`;
  });
  const rows = [...groups].flatMap(([label, own]) => capRows(known, candidates, own, capOf, label));
  return limitsOf(rule, rows, columns, known, candidates, (label) => `one more spot of ${label}`);
}
