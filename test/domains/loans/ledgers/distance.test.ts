import { describe, expect, it } from 'vitest';
import { closeness, milesBetween } from '../../../../src/domains/loans/ledgers/distance.ts';
import type { Given } from '../audit-fixture.ts';
import { smallWorld } from '../small-world.ts';

const LOS_ANGELES = [34.0522, -118.2437] as const;
const NEW_YORK = [40.7128, -74.006] as const;
const SAN_DIEGO = [32.7157, -117.1611] as const;

const at = ([latitude, longitude]: readonly [number, number]) => ({ latitude, longitude });

describe('miles', () => {
  it('from Los Angeles to New York are 2445.71', () => {
    expect(milesBetween(LOS_ANGELES, NEW_YORK)).toBeCloseTo(2445.71, 2);
  });

  it('from Los Angeles to San Diego are 111.487', () => {
    expect(milesBetween(LOS_ANGELES, SAN_DIEGO)).toBeCloseTo(111.487, 3);
  });

  it('are none to the same place, and as many back as there', () => {
    expect(milesBetween(LOS_ANGELES, LOS_ANGELES)).toBe(0);
    expect(milesBetween(NEW_YORK, LOS_ANGELES)).toBe(milesBetween(LOS_ANGELES, NEW_YORK));
  });

  it('to the other side of the earth are half its girth', () => {
    expect(milesBetween([0, 0], [0, 180])).toBeCloseTo(Math.PI * 3959, 6);
  });
});

describe('closeness, in thousandths', () => {
  const partners = [at(LOS_ANGELES), at(SAN_DIEGO), at(NEW_YORK), {}];
  const given: Given = { vehicles: [{}], partners, approved: [{}], offices: [at(LOS_ANGELES)] };
  const near = (more: Given, locality: object | false) => {
    const { settings, world } = smallWorld({ ...given, ...more }, { rules: { locality } });
    const close = closeness(settings.rules.locality, world);
    return partners.map((_, partner) => close(partner, 0));
  };

  it('by office is full for each of its partners', () => {
    expect(near({}, { by: 'office' })).toEqual([1000, 1000, 1000, 1000]);
  });

  it('by distance falls to nothing at the range, and without a coordinate the office counts', () => {
    expect(near({}, { by: 'distance', range_miles: 500 })).toEqual([1000, 777, 0, 1000]);
    expect(near({}, { by: 'distance', range_miles: 2500 })).toEqual([1000, 955, 22, 1000]);
  });

  it('by distance counts the office where its own place is not known', () => {
    expect(near({ offices: [{}] }, { by: 'distance' })).toEqual([1000, 1000, 1000, 1000]);
    expect(near({ offices: [{ ...at(LOS_ANGELES), name: 'SF' }] }, { by: 'distance' })).toEqual([
      1000, 1000, 1000, 1000,
    ]);
  });

  it('switched off is none', () => {
    expect(near({}, false)).toEqual([0, 0, 0, 0]);
  });
});
