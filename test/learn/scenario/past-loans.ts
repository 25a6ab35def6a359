import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isoDate } from '../../../src/tables/dates.ts';
import { tinyWeek } from '../../cli/tiny-week.ts';

/** Whether the k-th loan of a partner led to a publication: eight of ten of those with even ids, two of ten of the others. */
const publishes = (partner: number, k: number): boolean => (k * 7919 + partner * 31) % 10 < (partner % 2 === 0 ? 8 : 2);

/** A folder with a tiny week whose twelve partners have had so many loans of Toyotas, one every other day in turn. */
export function pastLoans(loans: number): string {
  const folder = tinyWeek();
  const write = (name: string, lines: readonly string[]) =>
    writeFileSync(join(folder, 'data', `${name}.csv`), `${lines.join('\n')}\n`);
  const partners = Array.from({ length: 12 }, (_, k) => k + 1);
  write('media_partners', ['person_id,name,office', ...partners.map((id) => `${id},P${id},LA`)]);
  const ranks = ['A+', 'A', 'B'];
  write('approved_makes', ['person_id,make,rank', ...partners.map((id) => `${id},Toyota,${ranks[id % 3]}`)]);
  const first = 20_353 - 2 * loans - 10;
  const history = Array.from({ length: loans }, (_, k) => {
    const [partner, day] = [partners[k % 12]!, first + 2 * k];
    const clips = publishes(partner, Math.floor(k / 12)) ? 'yes' : 'no';
    return `L${k},VIN9${k},${partner},Toyota,${isoDate(day)},${isoDate(day + 1)},LA,${clips}`;
  });
  write('loan_history', ['activity_id,vin,person_id,make,start_date,end_date,office,clips_received', ...history]);
  return folder;
}
