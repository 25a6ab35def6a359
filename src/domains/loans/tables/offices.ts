import {
  between,
  calendarYear,
  date,
  identifier,
  integer,
  money,
  name,
  optional,
  orElse,
  quarterCell,
  signedMoney,
  text,
} from '../../../tables/cells/cells.ts';
import { table } from '../../../tables/table.ts';
import { fleetOf } from '../audit/fleet.ts';

const maybeText = optional(text);
const latitude = optional(between(-90, 90));
const longitude = optional(between(-180, 180));
const person = { schema: identifier, description: 'Id of the media partner', required: true } as const;
const office = { schema: name, description: 'Office, exactly as spelled everywhere', required: true } as const;

/** Money of a quarter, whoever may spend it. */
const granted = {
  year: { schema: calendarYear, description: 'Calendar year', required: true },
  quarter: { schema: quarterCell, description: 'Q1 to Q4', required: true },
  budget_amount: { schema: optional(money), description: 'Dollars granted; empty counts as 0', required: true },
  amount_used: {
    schema: optional(signedMoney),
    description: 'Dollars spent; a credit is negative, empty counts as 0',
  },
} as const;

export const opsCapacityCalendar = table({
  name: 'ops_capacity_calendar',
  description: 'How many loans an office can start on a day.',
  required: true,
  key: ['office', 'date'],
  office: 'office',
  until: 'date',
  rows: 'restrict',
  refers: { office: { to: ['vehicles.office', 'media_partners.office', 'offices.name'], unknown: 'refused' } },
  columns: {
    office,
    date: { schema: date, description: 'Day', required: true, aliases: ['day'] },
    slots: {
      schema: orElse(integer, 0),
      description: 'Loans that may start; empty, 0 or less: none',
      required: true,
    },
    notes: { schema: maybeText, description: 'Why it differs, such as a holiday' },
  },
});

export const budgets = table({
  name: 'budgets',
  description: "What each fleet may spend on an office's loans in a quarter.",
  required: false,
  key: ['office', 'fleet', 'year', 'quarter'],
  office: 'office',
  rows: 'restrict',
  refers: {
    office: { to: ['vehicles.office', 'media_partners.office', 'offices.name'], unknown: 'refused' },
    fleet: { to: ['vehicles.make', 'vehicles.fleet'], unknown: 'told', form: fleetOf, near: true },
  },
  columns: {
    office,
    fleet: { schema: name, description: 'Fleet, a make in capitals', required: true },
    ...granted,
  },
});

export const companyBudgets = table({
  name: 'company_budgets',
  description: 'What all offices together may spend on loans in a quarter.',
  required: false,
  key: ['fleet', 'year', 'quarter'],
  rows: 'restrict',
  refers: { fleet: { to: ['vehicles.make', 'vehicles.fleet'], unknown: 'told', form: fleetOf, near: true } },
  columns: {
    fleet: { schema: maybeText, description: 'Fleet, a make in capitals; empty: all fleets together' },
    ...granted,
  },
});

export const partnerOffices = table({
  name: 'partner_offices',
  description: 'Offices that lend to a partner beside its own.',
  required: false,
  key: ['person_id', 'office'],
  rows: 'permit',
  refers: {
    person_id: { to: ['media_partners.person_id'], unknown: 'told' },
    office: { to: ['vehicles.office', 'media_partners.office'], unknown: 'fine' },
  },
  names: { office: 'office' },
  columns: { person_id: person, office },
});

export const offices = table({
  name: 'offices',
  description: 'Where the offices are, for distances.',
  required: false,
  key: ['name'],
  rows: 'permit',
  refers: { name: { to: ['vehicles.office', 'media_partners.office'], unknown: 'fine' } },
  columns: {
    name: { schema: name, description: 'Office', required: true, aliases: ['office'] },
    latitude: { schema: latitude, description: 'Degrees north' },
    longitude: { schema: longitude, description: 'Degrees east' },
  },
});
