import { between, identifier, name, optional, text, weekdayCell } from '../../../tables/cells/cells.ts';
import { endOfDay, timeOfDay } from '../../../tables/cells/times.ts';
import { table } from '../../../tables/table.ts';

const person = { schema: identifier, description: 'Id of the media partner', required: true } as const;
const maybeText = optional(text);
const WANTED = ['make', 'model', 'body', 'fuel'] as const;

export const partnerPreferences = table({
  name: 'partner_preferences',
  description:
    'Which vehicles a partner would like, and how much. A row that names no make, model, body or fuel is left out.',
  required: false,
  key: ['person_id', 'make', 'model', 'body', 'fuel'],
  rows: 'permit',
  refers: {
    person_id: { to: ['media_partners.person_id'], unknown: 'told' },
    make: { to: ['vehicles.make', 'approved_makes.make'], unknown: 'told', near: true },
    model: { to: ['vehicles.model'], unknown: 'told', near: true },
    body: { to: ['model_taxonomy.body'], unknown: 'told', near: true },
    fuel: { to: ['model_taxonomy.fuel'], unknown: 'told', near: true },
  },
  row: (row) => {
    if (WANTED.every((column) => row[column] === null))
      return { column: 'make', reason: 'is empty, and so are model, body and fuel: no vehicle is meant' };
    if (Math.round(row.weight * 1000) / 1000 === row.weight) return undefined;
    return { column: 'weight', reason: 'has more than three decimals' };
  },
  columns: {
    person_id: person,
    make: { schema: maybeText, description: 'Vehicles of this make; empty: of any' },
    model: { schema: maybeText, description: 'Vehicles of this model; empty: of any' },
    body: { schema: maybeText, description: 'Vehicles whose model has this body in model_taxonomy; empty: of any' },
    fuel: { schema: maybeText, description: 'Vehicles whose model has this fuel in model_taxonomy; empty: of any' },
    weight: {
      schema: between(0, 100),
      description: 'How much: 1 is the whole of weights.preference; at most three decimals',
      required: true,
    },
  },
});

export const modelTaxonomy = table({
  name: 'model_taxonomy',
  description: 'Body and fuel of each model, for preferences.',
  required: false,
  key: ['make', 'model'],
  rows: 'permit',
  refers: {
    make: { to: ['vehicles.make', 'approved_makes.make'], unknown: 'fine', near: true },
    model: { to: ['vehicles.model'], unknown: 'fine', near: true },
  },
  columns: {
    make: { schema: name, description: 'Make, such as Toyota', required: true },
    model: { schema: text, description: 'Model', required: true },
    body: { schema: maybeText, description: 'Body, such as SUV', aliases: ['short_model_class'] },
    fuel: { schema: maybeText, description: 'Fuel, such as electric', aliases: ['powertrain'] },
  },
});

export const partnerHours = table({
  name: 'partner_hours',
  description: 'At which hours of a weekday a partner takes a car over, for rules.hours.',
  required: false,
  key: ['person_id', 'weekday'],
  rows: 'restrict',
  refers: { person_id: { to: ['media_partners.person_id'], unknown: 'told' } },
  row: ({ from, to }) => {
    if (from < to) return undefined;
    const midnight = to === '00:00:00' ? '; write 24:00 for the end of the day' : '';
    return { column: 'to', reason: `is not after from, ${from.slice(0, 5)}${midnight}` };
  },
  columns: {
    person_id: person,
    weekday: { schema: weekdayCell, description: 'Weekday; a weekday without a row: any hour', required: true },
    from: { schema: timeOfDay, description: 'From when on', required: true },
    to: { schema: endOfDay, description: 'Until when, after `from`', required: true },
  },
});
