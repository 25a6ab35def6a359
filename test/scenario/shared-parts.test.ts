import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { domains } from '../../src/domains/index.ts';
import { sharedParts } from '../../src/scenario/shared-parts.ts';
import { expanded, isValid } from './json-schema.ts';

const day = { type: 'string', format: 'date', description: 'A day of the calendar, such as 2025-03-10' };
const span = { type: 'object', properties: { from: day, to: day }, required: ['from'], additionalProperties: false };
const ref = (name: string) => ({ $ref: `#/definitions/${name}` });

describe('parts of a schema that stand in several places', () => {
  it('are written once, and what they are made of too', () => {
    expect(sharedParts({ properties: { early: span, late: { type: 'array', items: span } } })).toEqual({
      properties: { early: ref('early'), late: { type: 'array', items: ref('early') } },
      definitions: { early: { ...span, properties: { from: ref('from'), to: ref('from') } }, from: day },
    });
  });

  it('get another name where theirs is taken', () => {
    const note = { type: 'string', description: 'What people say of it, in a few words' };
    const short = sharedParts({ definitions: { day: note }, properties: { day, end: day } });
    expect(short).toEqual({
      definitions: { day: note, day_2: day },
      properties: { day: ref('day_2'), end: ref('day_2') },
    });
  });

  it('that are shorter than a reference stay where they are', () => {
    const schema = { properties: { a: { type: 'string' }, b: { type: 'string' } } };
    expect(sharedParts(schema)).toEqual(schema);
  });

  it('are no parts where they are values and no schemas', () => {
    const schema = { properties: { a: { enum: [day, day] }, b: { default: day, const: day } } };
    expect(sharedParts(schema)).toEqual(schema);
  });

  it('ask for the same as before', () => {
    const schema = { properties: { early: span, late: { type: 'array', items: span } } };
    for (const value of [
      ...[{}, { early: { from: '2025-03-10' } }, { late: [{ from: '2025-03-10', to: '2025-03-11' }] }],
      ...[{ early: {} }, { early: { from: 'soon' } }, { late: [{ from: '2025-03-10', till: 'x' }] }, { late: [1] }],
    ])
      expect(isValid(sharedParts(schema), value)).toBe(isValid(schema, value));
  });

  it('are what they were where they are referred to', () => {
    const schema = { properties: { early: span, late: { type: 'array', items: span } } };
    expect(expanded(sharedParts(schema))).toMatchObject(schema);
  });

  it('keep the schema that ships below 100 kB a kind', () => {
    expect(readFileSync('scenarios/schema.json', 'utf8').length / domains.length).toBeLessThan(100_000);
  });
});
