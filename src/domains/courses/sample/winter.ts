const ALL = ['civ2', 'ele2', 'mec2', 'sof2'] as const;

/** Courses of engineers in a winter, and who takes them: 40 listings of 19 courses in four curricula. */
const WINTER: readonly (readonly [course: string, curricula: readonly string[], periods?: number])[] = [
  ['MATH2010', ALL],
  ['PHYS2020', ALL],
  ['ENGR2001', ALL],
  ['MATH2270', ['ele2', 'mec2', 'sof2']],
  ['CHEM2050', ['civ2', 'mec2', 'sof2']],
  ['STAT2080', ['civ2', 'ele2', 'sof2']],
  ['ECON2005', ['civ2', 'ele2', 'mec2']],
  ['MATL2110', ['civ2', 'ele2']],
  ['CIRC2210', ['ele2', 'mec2']],
  ['CTRL2300', ['mec2', 'sof2']],
  ['THER2140', ['civ2', 'mec2']],
  ['SURV2120', ['civ2']],
  ['STRC2130', ['civ2']],
  ['SIGN2220', ['ele2']],
  ['ELEC2230', ['ele2']],
  ['DYNA2310', ['mec2']],
  ['FLUI2320', ['mec2']],
  ['DATA2400', ['sof2']],
  ['PROG2410', ['sof2'], 4],
];

export const winter = {
  courses: WINTER.map(([course, , periods = 6]) => ({ course, periods })),
  curricula: WINTER.flatMap(([course, curricula]) => curricula.map((curriculum) => ({ curriculum, course }))),
};
