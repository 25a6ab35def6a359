import type { Limits } from '../../../kernel/model.ts';
import { noParameters, rule } from '../../../policy/rule.ts';
import type { RotationAxis, World } from '../world/world.ts';
import { type Airings, airingsOf } from './rows/airings.ts';
import { type CapOf, capRows, withCaps } from './rows/caps.ts';
import { limitsBeside } from './rows/history.ts';

/** How often an advertiser airs in a block and on a day. */
export const blockAndDayCaps = rule<typeof noParameters, World, RotationAxis>({
  name: 'caps',
  title: 'Caps of a block and a day',
  section: 'always',
  meaning:
    'In a block, and on a broadcast date, an advertiser (counted with all of its parent) airs no more spots than the smallest cap among those that name one.',
  formula: 'spots of the parent in (block, date) <= min cap_block(s); on date <= min cap_day(s)',
  parameters: noParameters,
  limits: ({ world, all, columns }) => {
    const airings = airingsOf({ world, all });
    return [
      ...capped(airings, columns, 'cap_block', ({ capBlock }) => capBlock),
      ...capped(airings, columns, 'cap_day', ({ capDay }) => capDay),
    ];
  },
});

function capped(airings: Airings, columns: number, name: 'cap_block' | 'cap_day', capOf: CapOf): readonly Limits[] {
  const named = new Set(airings.world.spots.filter((spot) => capOf(spot) !== null).map(({ parent }) => parent));
  const groups = airings.by((j) => {
    const { parent } = airings.spot(j);
    const { block, date } = airings.at(j);
    if (!named.has(parent) || (name === 'cap_block' && block === null)) return undefined;
    return name === 'cap_block' ? `${parent} in ${block} on ${date}` : `${parent} on ${date}`;
  });
  const rows = [...groups].flatMap(([label, members]) => capRows(airings, { columns: members, capOf, label }));
  const more = (label: string) => `one more spot of ${label}`;
  return withCaps(airings, capOf, limitsBeside(airings, { rule: name, rows, columns, more }));
}
