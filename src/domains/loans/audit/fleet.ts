const ALIASES: ReadonlyMap<string, string> = new Map([
  ['VW', 'VOLKSWAGEN'],
  ['CHEVY', 'CHEVROLET'],
  ['INFINITI', 'INFINITY'],
  ['MERCEDES', 'MERCEDES-BENZ'],
  ['MERCEDES BENZ', 'MERCEDES-BENZ'],
  ['ROLLS ROYCE', 'ROLLS-ROYCE'],
  ['LAND ROVER', 'LANDROVER'],
  ['ALFA ROMEO', 'ALFAROMEO'],
]);

/**
 * One spelling for a fleet, whether it comes from a budget or from a make.
 *
 * @example
 * fleetOf('Land Rover') // 'LANDROVER'
 * fleetOf('Mercedes') // 'MERCEDES-BENZ'
 */
export function fleetOf(name: string | null): string {
  if (name === null) return 'UNKNOWN';
  const upper = name.trim().toUpperCase();
  const alias = ALIASES.get(upper);
  if (alias !== undefined) return alias;
  // These two keep their hyphen, in the budgets too.
  return /MERCEDES|ROLLS/.test(upper) ? upper : upper.replace(/[-_ ]/g, '');
}
