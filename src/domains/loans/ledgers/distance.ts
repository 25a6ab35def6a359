import type { World } from '../world.ts';

/** The parameters of the rule `locality`. */
interface LocalityRule {
  readonly by: 'office' | 'distance';
  readonly range_miles: number;
}

const EARTH_RADIUS_MILES = 3959;

/**
 * Great-circle distance in miles by the haversine formula.
 *
 * @example
 * milesBetween([34.0522, -118.2437], [32.7157, -117.1611]).toFixed(3) // '111.487'
 */
export function milesBetween(a: readonly [number, number], b: readonly [number, number]): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const [latA, lonA] = [radians(a[0]), radians(a[1])];
  const [latB, lonB] = [radians(b[0]), radians(b[1])];
  const h = Math.sin((latB - latA) / 2) ** 2 + Math.cos(latA) * Math.cos(latB) * Math.sin((lonB - lonA) / 2) ** 2;
  return 2 * EARTH_RADIUS_MILES * Math.asin(Math.sqrt(h));
}

/**
 * How near a partner is to an office, in thousandths: 1000 at the office, or for a match of offices. Both by their places
 * in the world.
 */
export function closeness(
  rule: LocalityRule | false,
  { offices, tables, partners }: World,
): (partner: number, office: number) => number {
  if (rule === false) return () => 0;
  const near = offices.map((name) => {
    const office = tables.offices.rows.find((row) => row.name === name);
    return partners.map(({ latitude, longitude, office: own }) => {
      const match = own === name ? 1000 : 0;
      if (rule.by === 'office' || latitude === null || longitude === null) return match;
      if (office === undefined || office.latitude === null || office.longitude === null) return match;
      const miles = milesBetween([office.latitude, office.longitude], [latitude, longitude]);
      return Math.max(0, Math.round(1000 * (1 - miles / rule.range_miles)));
    });
  });
  return (partner, office) => near[office]![partner]!;
}
