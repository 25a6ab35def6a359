import { z } from 'zod';
import type { At, Candidates } from '../../../policy/candidates.ts';
import { groupsBy, type LimitRow, rowLimits } from '../../../policy/rows.ts';
import { offByDefault, rule, wholeNumber } from '../../../policy/rule.ts';
import { nearest } from '../../../problems/nearest.ts';
import { Refusal } from '../../../problems/problem.ts';
import { longDate } from '../../../tables/dates.ts';
import { noteTexts } from '../../../tables/problems.ts';
import { type Hours, type HoursRule, hoursOf, type Span, spanText } from '../ledgers/hours.ts';
import type { LoanAxis, World } from '../world.ts';

const handovers = () => wholeNumber().max(1000).describe('handovers in each hour').meta({ unit: 'handovers' });
const begin = () => wholeNumber().max(23).describe('the hour at which drivers begin').meta({ unit: 'hours' });
const end = () => wholeNumber().min(1).max(24).describe('the hour at which drivers end').meta({ unit: 'hours' });

const parameters = offByDefault({
  per_hour: handovers().default(2),
  from: begin().default(9),
  to: end().default(17),
  offices: z
    .record(
      z.string(),
      z.strictObject({ per_hour: handovers().optional(), from: begin().optional(), to: end().optional() }),
    )
    .default({})
    .describe('what differs in single offices, by their names'),
});

/**
 * Every loan has an hour in which it is handed over. Hours of a partner are one span, and so loans can have hours exactly
 * where, for every span of hours, those that must be handed over within it are no more than its handovers.
 */
export const hours = rule<typeof parameters, World, LoanAxis, Hours>({
  name: 'hours',
  title: 'Hours',
  section: 'rules',
  meaning:
    'Each loan is handed over in a whole hour in which drivers of the office work and the partner takes cars (table partner_hours; any hour on a weekday without a row), and each hour has so many handovers. The schedule names the hour.',
  formula:
    'for each office, day and hours [a, b): loans starting on the day whose hours lie within [a, b) <= per_hour * (b - a)',
  parameters,
  ledger: ({ own, world }) => {
    refuseStrangeOffices(own, world);
    return hoursOf(own, world);
  },
  filters: ({ world, ledger }) => {
    const several = world.offices.length > 1;
    const spanOf = (at: At<LoanAxis>) =>
      ledger.spanOf(several ? world.officeOf[at.vin]! : 0, at.person_id, at.start_day);
    return [
      {
        step: 'hours',
        text: 'the partner takes cars at no hour at which drivers work',
        on: several ? ['start_day', 'vin', 'person_id'] : ['start_day', 'person_id'],
        removes: (at) => spanOf(at).from >= spanOf(at).to,
        why: (at) => {
          const drivers = ledger.drivers[several ? world.officeOf[at.vin]! : 0]!;
          return `${world.partners[at.person_id]!.name} takes cars at no whole hour from ${spanText(drivers)} on ${longDate(world.days[at.start_day]!.date)}`;
        },
      },
    ];
  },
  limits: ({ world, ledger, all, columns }) =>
    rowLimits({
      rule: 'hours',
      rows: spanRows(world, ledger, all),
      columns,
      more: (label) => `one more handover ${label}`,
    }),
});

/** For each office and day, every span of hours in which more loans could have to be handed over than there is room for. */
function spanRows(world: World, { drivers, spanOf }: Hours, all: Candidates<LoanAxis>): readonly LimitRow[] {
  const { days, offices, officeOf } = world;
  const office = (j: number) => officeOf[all.vin[j]!]!;
  return [...groupsBy(all.count, (j) => office(j) * days.length + all.start_day[j]!)].flatMap(([group, own]) => {
    const [at, day] = [Math.floor(group / days.length), group % days.length];
    const spans = new Map<string, Span & { readonly members: number[] }>();
    for (const j of own) {
      const span = spanOf(at, all.person_id[j]!, day);
      const key = `${span.from} ${span.to}`;
      const known = spans.get(key) ?? { ...span, members: [] };
      known.members.push(j);
      spans.set(key, known);
    }
    const every = [...spans.values()];
    const froms = [...new Set(every.map(({ from }) => from))].sort((a, b) => a - b);
    const tos = [...new Set(every.map(({ to }) => to))].sort((a, b) => a - b);
    const where = offices.length > 1 ? ` in ${offices[at]}` : '';
    return froms.flatMap((from) =>
      tos.flatMap((to): readonly LimitRow[] => {
        const inside = every.filter((span) => span.from >= from && span.to <= to).flatMap(({ members }) => members);
        const most = drivers[at]!.per_hour * (to - from);
        if (to <= from || inside.length <= most) return [];
        const label = `on ${longDate(days[day]!.date)} from ${spanText({ from, to })}${where}`;
        return [{ columns: inside.sort((a, b) => a - b), most, label }];
      }),
    );
  });
}

/** @throws Refusal where the rule names an office that no table knows. */
function refuseStrangeOffices({ offices }: HoursRule, { tables }: World): void {
  const rows = [...tables.vehicles.rows, ...tables.media_partners.rows];
  const known = [...new Set(rows.map(({ office }) => office as string))].sort();
  const problems = Object.keys(offices)
    .filter((office) => !known.includes(office))
    .map((office) => {
      const close = nearest(office, known);
      return {
        path: ['rules', 'hours', 'offices', office],
        message: `rules.hours.offices: no table knows the office "${office}"${noteTexts.setAside([tables.vehicles, tables.media_partners])}`,
        maybe: close === undefined ? `Maybe one of: ${known.slice(0, 12).join(', ')}.` : `Maybe you meant "${close}".`,
      };
    });
  if (problems.length > 0) throw new Refusal(problems);
}
