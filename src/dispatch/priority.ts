import type { Priority } from './event.ts';
import type { Parameters } from './parameters.ts';

const WEIGHT: Readonly<Record<Priority, number>> = { urgent: 100, normal: 10, low: 1 };
const MINUTE = 60_000;
const LOW_AGES = 30;

type Ages = Pick<Parameters, 'normalAges' | 'lowRises'>;

/**
 * What a job weighs after a time of waiting: urgent 100, normal 10 and 20 once it has aged, low 1, then 5 after half an
 * hour, then as a normal one. The ages count when a job is chosen, and no running call is stopped for a heavier one.
 */
export function weightOf(priority: Priority, waited: number, ages: Ages): number {
  const { normalAges, lowRises } = ages;
  const minutes = waited / MINUTE;
  if (priority === 'urgent') return WEIGHT.urgent;
  if (priority === 'normal') return minutes >= normalAges ? 2 * WEIGHT.normal : WEIGHT.normal;
  if (minutes >= lowRises) return weightOf('normal', waited - lowRises * MINUTE, ages);
  return minutes >= Math.min(LOW_AGES, lowRises) ? 5 : WEIGHT.low;
}
