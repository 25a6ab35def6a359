import type { Known } from '../../policy/kind.ts';
import { nearest } from '../../problems/nearest.ts';
import { noteTexts } from '../../tables/problems.ts';
import { strayOverrides, strayPauses } from './check.ts';
import { rankNotes } from './ledgers/rank-notes.ts';
import type { LoansSettings } from './scenario.ts';
import type { LoansTables } from './tables.ts';
import type { LoanAxis, World } from './world.ts';

/** What a reader should know of the data and the settings, and that is no error. */
export const notesOf = ({ settings, world }: Known<LoansSettings, World, LoanAxis>): readonly string[] => [
  ...absentTables(world.tables),
  ...unmatched(settings, world.tables),
  ...strangeCosts(settings, world.tables),
  ...negativeSlots(world),
  ...strayOverrides(settings),
  ...strayPauses(settings),
  ...rankNotes(world),
];

function absentTables(tables: LoansTables): readonly string[] {
  const missing: Readonly<Record<string, string>> = {
    loan_history: 'no loan_history: no cooldowns, caps count this week only, publication terms are zero',
    current_activity: 'no current_activity: every car in service counts as free',
    rules: 'no rules: default caps by rank and the default cooldown',
    budgets: 'no budgets: no limit on money unless rules.budgets.missing is enforce',
  };
  return Object.entries(missing).flatMap(([name, text]) =>
    tables[name as Exclude<keyof LoansTables, 'planned'>].present ? [] : [text],
  );
}

/** A rule without the table that it reads, and a table without the rule that reads it. */
function unmatched({ rules, weights }: LoansSettings, tables: LoansTables): readonly string[] {
  const pairs = [
    ['maintenance', 'rules.maintenance', rules.maintenance !== false, 'no car is kept in for service'],
    ['partner_hours', 'rules.hours', rules.hours !== false, 'partners take cars at any hour'],
    ['partner_preferences', 'weights.preference', weights.preference > 0, 'preferences count for nothing'],
  ] as const;
  return pairs.flatMap(([table, rule, isOn, effect]) => {
    if (isOn === tables[table].present) return [];
    return [
      isOn ? `${rule} is on, and there is no ${table}: ${effect}` : `${table} is there, and ${rule} is off: ${effect}`,
    ];
  });
}

/** Makes that a cost is given for and no vehicle has: as likely a slip of the pen as a make of another office. */
function strangeCosts(settings: LoansSettings, tables: LoansTables): readonly string[] {
  const rule = settings.rules.budgets;
  if (rule === false) return [];
  const makes = [...new Set(tables.vehicles.rows.map((row) => row.make))].sort();
  return Object.keys(rule.cost)
    .filter((make) => !makes.includes(make))
    .map((make) => {
      const close = nearest(make, makes);
      return `rules.budgets.cost names ${make}, a make of no vehicle${close ? `; maybe ${close} is meant` : ''}${noteTexts.setAside([tables.vehicles])}`;
    });
}

/** Fewer than no slots: the day is closed, as one of 0 slots is. */
function negativeSlots({ offices, tables }: World): readonly string[] {
  const { rows } = tables.ops_capacity_calendar;
  const days = rows.filter((row) => offices.includes(row.office) && row.slots < 0);
  if (days.length === 0) return [];
  const { date, slots } = days[0]!;
  const others = days.length === 1 ? '' : `, and ${days.length - 1} more`;
  return [`ops_capacity_calendar has fewer than 0 slots on ${date} (${slots})${others}: read as closed`];
}
