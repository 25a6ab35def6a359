import {
  between,
  date,
  dateIn,
  identifier,
  name,
  nonNegativeInteger,
  optional,
  percent,
  rank,
  text,
  tristate,
  upperText,
  weekdayCell,
  weekdayList,
} from '../../tables/cells/cells.ts';
import { type RowOf, type Table, table } from '../../tables/table.ts';
import { maintenance } from './tables/maintenance.ts';
import { budgets, companyBudgets, offices, opsCapacityCalendar, partnerOffices } from './tables/offices.ts';
import { modelTaxonomy, partnerHours, partnerPreferences } from './tables/partners.ts';

const maybeText = optional(text);
const maybeCount = optional(nonNegativeInteger);
const maybeDate = optional(date);
const latitude = optional(between(-90, 90));
const longitude = optional(between(-180, 180));

/** Ranks that policy knows, whoever has them. */
const RANKS = ['A+', 'A', 'B', 'C', 'Pending', 'Unranked', '0'];

const person = { schema: identifier, description: 'Id of the media partner', required: true } as const;
const office = { schema: name, description: 'Office, exactly as spelled everywhere', required: true } as const;
const make = { schema: name, description: 'Make, such as Toyota', required: true } as const;

export const vehicles = table({
  name: 'vehicles',
  description: 'Press vehicles, each at one office.',
  required: true,
  key: ['vin'],
  office: 'office',
  rows: 'permit',
  names: { make: 'make', model: 'model', office: 'office' },
  columns: {
    vin: { schema: upperText, description: 'Vehicle identification number', required: true },
    make,
    model: { schema: text, description: 'Model', required: true },
    office,
    vehicle_id: { schema: maybeCount, description: 'Id in the fleet system' },
    year: { schema: maybeCount, description: 'Model year' },
    model_short_name: { schema: maybeText, description: 'Model in short' },
    fleet: { schema: maybeText, description: 'Fleet that a pause may name; budgets go by make' },
    color: { schema: maybeText, description: 'Colour' },
    current_mileage: { schema: maybeCount, description: 'Miles driven' },
    registration_exp: { schema: optional(dateIn('MM/DD/YY', 'MM/DD/YYYY')), description: 'Registration ends' },
    insurance_exp: { schema: optional(dateIn('MM/DD/YY', 'MM/DD/YYYY')), description: 'Insurance ends' },
    in_service_date: { schema: optional(dateIn('M/YYYY')), description: 'First day of service' },
    expected_turn_in_date: { schema: optional(dateIn('MM-DD-YY', 'MM/DD/YY')), description: 'Last day, as expected' },
    notes: { schema: maybeText, description: 'Notes' },
    brand: { schema: maybeText, description: 'Brand, for filters' },
  },
});

export const mediaPartners = table({
  name: 'media_partners',
  description: 'Those who borrow vehicles, each at one office.',
  required: true,
  key: ['person_id'],
  office: 'office',
  rows: 'permit',
  refers: { office: { to: ['vehicles.office'], unknown: 'fine' } },
  names: { office: 'office' },
  columns: {
    person_id: person,
    name: { schema: text, description: 'Name', required: true },
    office,
    address: { schema: maybeText, description: 'Address' },
    default_loan_region: { schema: maybeText, description: 'Region of most loans' },
    notes_instructions: { schema: maybeText, description: 'Instructions for deliveries' },
    affiliation: { schema: maybeText, description: 'Outlet or outlets' },
    region: { schema: maybeText, description: 'Region' },
    latitude: { schema: latitude, description: 'Degrees north' },
    longitude: { schema: longitude, description: 'Degrees east' },
    allowed_start_dows: { schema: weekdayList, description: 'Weekdays on which a loan may start; empty: any' },
    preferred_day_of_week: { schema: optional(weekdayCell), description: 'Weekday that past loans favour' },
    preferred_day_confidence: { schema: optional(percent), description: 'Share of past loans on it, percent' },
  },
});

export const approvedMakes = table({
  name: 'approved_makes',
  description: 'Which partner may have which make, and how highly the partner ranks for it.',
  required: true,
  key: ['person_id', 'make'],
  rows: 'permit',
  refers: {
    person_id: { to: ['media_partners.person_id'], unknown: 'told' },
    make: { to: ['vehicles.make'], unknown: 'fine' },
  },
  columns: {
    person_id: person,
    name: { schema: maybeText, description: "Partner's name" },
    make,
    rank: { schema: optional(rank), description: 'A+, A, B, C or Pending; 0: no loans' },
  },
});

export const loanHistory = table({
  name: 'loan_history',
  description: 'Loans that are over.',
  required: false,
  key: ['activity_id'],
  until: 'end_date',
  rows: 'restrict',
  refers: {
    vin: { to: ['vehicles.vin'], unknown: 'fine' },
    person_id: { to: ['media_partners.person_id'], unknown: 'fine', oneKnown: true },
    make: { to: ['vehicles.make', 'approved_makes.make'], unknown: 'fine', near: true },
    model: { to: ['vehicles.model'], unknown: 'fine' },
  },
  row: ({ start_date: from, end_date: to }) => {
    if (from === null)
      return { column: 'start_date', reason: 'is empty: a loan without a first day counts for no rule' };
    return to !== null && to < from ? { column: 'end_date', reason: `is before the first day, ${from}` } : undefined;
  },
  columns: {
    activity_id: { schema: identifier, description: 'Id of the loan', required: true },
    vin: { schema: upperText, description: 'Vehicle', required: true },
    person_id: person,
    make,
    model: { schema: maybeText, description: 'Model' },
    start_date: { schema: maybeDate, description: 'First day; must not be empty', required: true },
    end_date: { schema: maybeDate, description: 'Last day; where empty the first day counts' },
    office: { schema: maybeText, description: 'Office' },
    name: { schema: maybeText, description: "Partner's name" },
    year: { schema: maybeCount, description: 'Model year' },
    model_short_name: { schema: maybeText, description: 'Model in short' },
    clips_received: { schema: tristate, description: 'Whether something was published: yes, no, or empty for unknown' },
    partner_address: { schema: maybeText, description: "Partner's address" },
    region: { schema: maybeText, description: 'Region' },
  },
});

export const currentActivity = table({
  name: 'current_activity',
  description: 'What occupies vehicles now and soon: loans, service, holds, events.',
  required: false,
  key: ['activity_id'],
  until: 'end_date',
  rows: 'restrict',
  refers: {
    vin: { to: ['vehicles.vin'], unknown: 'told' },
    person_id: { to: ['media_partners.person_id'], unknown: 'fine', oneKnown: true },
  },
  periods: { of: 'vin', from: 'start_date', to: 'end_date' },
  row: ({ start_date: from, end_date: to }) => {
    if (from === null) return { column: 'start_date', reason: 'is empty: from when on the car is taken is not known' };
    if (to === null)
      return {
        column: 'end_date',
        reason: 'is empty: write the last day, or a day beyond the horizon such as 2099-12-31',
      };
    return to < from ? { column: 'end_date', reason: `is before the first day, ${from}` } : undefined;
  },
  columns: {
    activity_id: { schema: identifier, description: 'Id of the activity', required: true },
    vin: { schema: upperText, description: 'Vehicle', required: true, aliases: ['vehicle_vin'] },
    person_id: { schema: optional(identifier), description: 'Partner; empty for holds, service and events' },
    activity_type: { schema: maybeText, description: 'Kind of activity, in free text' },
    start_date: { schema: maybeDate, description: 'First day; must not be empty', required: true },
    end_date: { schema: maybeDate, description: 'Last day, itself occupied; must not be empty', required: true },
    to_field: { schema: maybeText, description: 'Where the vehicle goes' },
    partner_address: { schema: maybeText, description: "Partner's address" },
    region: { schema: maybeText, description: 'Region' },
  },
});

export const rules = table({
  name: 'rules',
  description: 'Loans a year and days between loans, by make and rank.',
  required: false,
  key: ['make', 'rank'],
  rows: 'restrict',
  refers: {
    make: { to: ['vehicles.make', 'approved_makes.make'], unknown: 'told', near: true },
    rank: { to: ['approved_makes.rank'], also: RANKS, unknown: 'refused', anyCase: true },
  },
  columns: {
    make,
    rank: { schema: optional(rank), description: 'A+, A, B or C; empty: all ranks of the make', required: true },
    loan_cap_per_year: { schema: maybeCount, description: 'Most loans a year; empty counts as 0' },
    cooldown_period: { schema: maybeCount, description: 'Days between loans; 0: no cooldown' },
    rule_description: { schema: maybeText, description: 'The rule in words' },
    notes: { schema: maybeText, description: 'Notes' },
  },
});

/** Every table of the domain, by name. */
export const loansTables = {
  vehicles,
  media_partners: mediaPartners,
  approved_makes: approvedMakes,
  loan_history: loanHistory,
  current_activity: currentActivity,
  ops_capacity_calendar: opsCapacityCalendar,
  rules,
  budgets,
  offices,
  company_budgets: companyBudgets,
  partner_offices: partnerOffices,
  partner_preferences: partnerPreferences,
  model_taxonomy: modelTaxonomy,
  maintenance,
  partner_hours: partnerHours,
};

export type VehicleRow = RowOf<typeof vehicles>;
export type PartnerRow = RowOf<typeof mediaPartners>;
export type ApprovalRow = RowOf<typeof approvedMakes>;
export type HistoryRow = RowOf<typeof loanHistory>;
export type ActivityRow = RowOf<typeof currentActivity>;
export type CalendarRow = RowOf<typeof opsCapacityCalendar>;
export type RuleRow = RowOf<typeof rules>;
export type BudgetRow = RowOf<typeof budgets>;
export type OfficeRow = RowOf<typeof offices>;
export type CompanyBudgetRow = RowOf<typeof companyBudgets>;
export type PartnerOfficeRow = RowOf<typeof partnerOffices>;
export type PreferenceRow = RowOf<typeof partnerPreferences>;
export type TaxonomyRow = RowOf<typeof modelTaxonomy>;
export type MaintenanceRow = RowOf<typeof maintenance>;
export type HoursRow = RowOf<typeof partnerHours>;

/** A loan that was chosen for an earlier week of several and is still out: caps count it before history does. */
export interface PlannedRow {
  readonly person_id: string;
  readonly make: string;
  /** Its last day. */
  readonly end_date: string;
}

/** The domain's tables, validated. */
export interface LoansTables {
  readonly vehicles: Table<VehicleRow>;
  readonly media_partners: Table<PartnerRow>;
  readonly approved_makes: Table<ApprovalRow>;
  readonly loan_history: Table<HistoryRow>;
  readonly current_activity: Table<ActivityRow>;
  readonly ops_capacity_calendar: Table<CalendarRow>;
  readonly rules: Table<RuleRow>;
  readonly budgets: Table<BudgetRow>;
  readonly offices: Table<OfficeRow>;
  readonly company_budgets: Table<CompanyBudgetRow>;
  readonly partner_offices: Table<PartnerOfficeRow>;
  readonly partner_preferences: Table<PreferenceRow>;
  readonly model_taxonomy: Table<TaxonomyRow>;
  readonly maintenance: Table<MaintenanceRow>;
  readonly partner_hours: Table<HoursRow>;
  /** Made by weeks that were planned before this one, never read from a file. */
  readonly planned?: Table<PlannedRow>;
}
