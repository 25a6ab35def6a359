/** Rooms of the faculty that are alike. */
export interface Group {
  readonly name: string;
  readonly building: 'North' | 'South';
  readonly seats: number;
  readonly feature: string;
  readonly count: number;
}

/** What a faculty of 200 sections has: 40 rooms in nine groups. */
const GROUPS: readonly Group[] = [
  { name: 'Seminar North', building: 'North', seats: 30, feature: '', count: 8 },
  { name: 'Seminar South', building: 'South', seats: 30, feature: '', count: 6 },
  { name: 'Class North', building: 'North', seats: 60, feature: '', count: 8 },
  { name: 'Class South', building: 'South', seats: 60, feature: '', count: 6 },
  { name: 'Hall North', building: 'North', seats: 120, feature: '', count: 3 },
  { name: 'Hall South', building: 'South', seats: 120, feature: '', count: 2 },
  { name: 'Great Hall', building: 'North', seats: 250, feature: '', count: 1 },
  { name: 'Computers North', building: 'North', seats: 24, feature: 'computers', count: 3 },
  { name: 'Computers South', building: 'South', seats: 24, feature: 'computers', count: 3 },
];

/** The rooms of a faculty of so many sections: one more great hall for each further 200. */
export const groupsFor = (sections: number): readonly Group[] =>
  GROUPS.map((group) => ({ ...group, count: Math.max(1, Math.round((group.count * sections) / 200)) }));

/** The rows of the table `rooms`: of a group of several, each by its number. */
export const roomRows = (groups: readonly Group[]): readonly object[] =>
  groups.flatMap(({ name, building, seats, feature, count }) =>
    Array.from({ length: count }, (_, at) => ({
      room: count === 1 ? name : `${name} ${at + 1}`,
      seats,
      features: feature,
      building,
      ...(count > 1 && { group: name }),
    })),
  );

/** The groups that a section of a building may have, and the points that each costs: the own one, then the other. */
export function wishesFor(
  groups: readonly Group[],
  { students, feature, building }: { students: number; feature: string; building: string },
): readonly { readonly group: Group; readonly points: number }[] {
  const fits = groups.filter((group) => group.feature === feature && group.seats >= students);
  const sizes = [...new Set(fits.map(({ seats }) => seats))].sort((a, b) => a - b);
  return fits.flatMap((group) => {
    const size = sizes.indexOf(group.seats);
    const isOwn = group.building === building;
    // A room of the next size is fine at home only: nobody crosses the street for empty seats.
    if (size > 1 || (size === 1 && !isOwn)) return [];
    return [{ group, points: size * 2 + (isOwn ? 0 : 3) }];
  });
}
