import { groupsBy, type LimitRow } from '../../../../policy/rows.ts';
import { onByDefault, rule } from '../../../../policy/rule.ts';
import { clockOf } from '../../../../tables/cells/week.ts';
import type { CourseAxis, World } from '../../world/world.ts';
import { penaltyOrNever, pricedLimits } from '../rows/priced.ts';
import { curriculaIn, type Holders, instructorsIn, meetingOn, meetingOnDay, rowsByDay } from '../rows/slots.ts';
import { minutesBetween } from '../rows/ways.ts';

const parameters = onByDefault({
  penalty: penaltyOrNever('charged each time that somebody has too little time; false: there is always enough'),
}).describe('whether there is time for the way between buildings');

/** There is time for the way from one building to another. */
export const travel = rule<typeof parameters, World, CourseAxis>({
  name: 'travel',
  title: 'The way between buildings',
  section: 'rules',
  meaning:
    'Between two meetings of a day in different buildings, the people of a curriculum and instructors have the minutes that the table travel gives for the way. Where weeks differ, each kind of week is charged once.',
  formula: 'begin(next) - end(before) >= minutes(building before, building next)',
  parameters,
  limits: ({ own: { penalty }, world, all, columns }) => {
    if (world.tables.travel.rows.length === 0) return [];
    const wayFrom = (holders: Holders) =>
      rowsByDay(world, holders, (who, first, label) => {
        const day = meetingOnDay(world, holders, who, first);
        const key = (at: 'from' | 'to') => (k: number) => meetingOn(world, all, day[k]!, first)![at];
        const [starting, ending] = [groupsBy(day.length, key('from')), groupsBy(day.length, key('to'))];
        return [...ending].flatMap(([end, before]) =>
          [...starting].flatMap(([start, after]): readonly LimitRow[] => {
            const free = (start - end) * world.week.minutes;
            if (free < 0) return [];
            const byBuilding = groupsBy(before.length, (k) => buildingOf(world, all.room[day[before[k]!]!]!));
            return [...byBuilding].flatMap(([building, some]): readonly LimitRow[] => {
              const late = after.filter(
                (k) => minutesBetween(world, building, buildingOf(world, all.room[day[k]!]!)) > free,
              );
              if (late.length === 0) return [];
              const own = [...some.map((k) => day[before[k]!]!), ...late.map((k) => day[k]!)];
              const when = `${clockOf(world.week, end)} to ${clockOf(world.week, start)}`;
              return [{ columns: own, most: 1, label: `${label}, from ${building} ${when}` }];
            });
          }),
        );
      });
    const rows = [...wayFrom(curriculaIn(world, all)), ...wayFrom(instructorsIn(world, all))];
    const more = (label: string) => `one way too short for ${label}`;
    return pricedLimits({ rule: 'travel', rows, columns, price: penalty, more });
  },
});

const buildingOf = ({ places }: World, place: number): string | null => places[place]!.building;
