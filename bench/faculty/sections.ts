import type { Random } from './random.ts';

/** A section of the faculty, before it has a time. */
export interface Section {
  readonly id: string;
  readonly department: number;
  readonly building: 'North' | 'South';
  readonly periods: number;
  /** Which patterns it may have: those under the number of its periods, or those of laboratories. */
  readonly pattern: '' | 'lab';
  readonly students: number;
  readonly feature: '' | 'computers';
  readonly instructors: readonly string[];
  readonly curricula: readonly string[];
  /** The lecture that a laboratory belongs to. */
  readonly lecture?: string;
}

const DEPARTMENTS = 'CIVL ELEC MECH COMP CHEM PHYS MATH BIOL ECON STAT GEOL ENVR'.split(' ');
const MORE = 'ARCH MATL AERO NAVL FOOD AGRI FIBR MINE OCEA URBN LAWS HIST'.split(' ');
const NAMES = [...DEPARTMENTS, ...MORE];
const SURNAMES =
  'Abel Baran Costa Dahl Egger Frost Greco Hale Ito Jansen Kaya Lund Moor Nagy Okoro Pires Quist Rossi Sato Toth Ueda Vidal Weiss Yilmaz Zeman'.split(
    ' ',
  );

/** A department has four years of five sections, and nine instructors. */
const [YEARS, OF_YEAR, STAFF] = [4, 5, 9];

/** The sections of a faculty: a lecture, two classes, a seminar and a laboratory for each year of each department. */
export function sectionsFor(draw: Random, count: number): readonly Section[] {
  const sizes = Array.from({ length: Math.ceil(count / OF_YEAR) }, () => draw.int(32, 56));
  return Array.from({ length: count }, (_, at): Section => {
    const unit = Math.floor(at / OF_YEAR);
    const [department, year, slot] = [Math.floor(unit / YEARS), (unit % YEARS) + 1, at % OF_YEAR];
    const code = `${NAMES[department % NAMES.length]}${Math.floor(department / NAMES.length) || ''}`;
    const own = `${code} year ${year}`;
    const group = sizes[unit]!;
    const isLecture = slot === 0 && year <= 2;
    const [isSeminar, isLab] = [slot === 3, slot === 4];
    // Beginners of the next department hear the lecture of the first year, too.
    const guests = isLecture && year === 1 && (department + 1) * YEARS * OF_YEAR < count && department % 2 === 0;
    const next = `${NAMES[(department + 1) % NAMES.length]}${Math.floor((department + 1) / NAMES.length) || ''} year 1`;
    // Some seminars are free for everybody: nobody has to take them.
    const isFree = isSeminar && draw.percent(35);
    // Everybody teaches something; the rest falls where it falls.
    const which = at % (YEARS * OF_YEAR);
    const first = staff(department, which < STAFF ? which : draw.int(0, STAFF - 1));
    const second = staff(department, draw.int(0, STAFF - 1));
    return {
      id: `${code}${year}${isLab ? '00L' : `${slot}0`}`,
      department,
      building: department % 2 === 0 ? 'North' : 'South',
      periods: isLecture ? 4 : isLab ? 3 : isSeminar ? 2 : draw.percent(60) ? 3 : 4,
      pattern: isLab ? 'lab' : '',
      students: isLecture
        ? draw.int(guests ? 125 : 64, guests ? 230 : 118)
        : isLab
          ? draw.int(16, 24)
          : isSeminar
            ? draw.int(12, 28)
            : group,
      feature: isLab ? 'computers' : '',
      instructors: isLecture && draw.percent(25) && first !== second ? [first, second] : [first],
      curricula: isFree ? [] : guests ? [own, next] : [own],
      ...(isLab && { lecture: `${code}${year}00` }),
    };
  });
}

const staff = (department: number, at: number): string => {
  const number = department * STAFF + at;
  return `${'ABCDEFGHIJKLMNOPRSTUVW'[Math.floor(number / SURNAMES.length) % 22]}. ${SURNAMES[number % SURNAMES.length]}`;
};
