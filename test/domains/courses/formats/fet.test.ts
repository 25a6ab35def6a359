import { describe, expect, it } from 'vitest';
import { fet } from '../../../../src/domains/courses/formats/fet.ts';
import { best, faultsOf, imported } from './imported.ts';

const activity = (id: number, subject: string, students: string, duration = 1, more = '<Teacher>Ann</Teacher>') =>
  `<Activity>${more}<Subject>${subject}</Subject><Students>${students}</Students><Duration>${duration}</Duration><Total_Duration>${duration}</Total_Duration><Id>${id}</Id><Activity_Group_Id>0</Activity_Group_Id><Active>true</Active></Activity>`;

const constraint = (name: string, inner: string, weight = '100') =>
  `<Constraint${name}><Weight_Percentage>${weight}</Weight_Percentage>${inner}<Active>true</Active><Comments></Comments></Constraint${name}>`;
const ids = (...all: readonly number[]) => all.map((id) => `<Activity_Id>${id}</Activity_Id>`).join('');
const notAvailable = (day: string, hour: string) =>
  `<Not_Available_Time><Day>${day}</Day><Hour>${hour}</Hour></Not_Available_Time>`;
const starting = (day: string, hour: string) =>
  `<Preferred_Starting_Time><Preferred_Starting_Day>${day}</Preferred_Starting_Day><Preferred_Starting_Hour>${hour}</Preferred_Starting_Hour></Preferred_Starting_Time>`;

const ACTIVITIES = [
  activity(1, 'Math', 'Y1', 2),
  activity(2, 'Art', 'Y1 a', 1, '<Teacher>Bob</Teacher>'),
  activity(3, 'Music', 'red', 1),
];

/** A school of two days with a year of two groups, which share out the subgroups red and blue. */
const school = (time = '', space = '', activities = ACTIVITIES) => `<?xml version="1.0" encoding="UTF-8"?>
<fet version="5.30.0">
<Institution_Name>Tiny school</Institution_Name>
<Days_List><Number>2</Number><Name>Monday</Name><Name>Tuesday</Name></Days_List>
<Hours_List><Number>3</Number><Name>08:30</Name><Name>09:15</Name><Name>10:00</Name></Hours_List>
<Students_List>
<Year><Name>Y1</Name><Number_of_Students>20</Number_of_Students>
<Group><Name>Y1 a</Name><Number_of_Students>10</Number_of_Students><Subgroup><Name>red</Name></Subgroup><Subgroup><Name>blue</Name></Subgroup></Group>
<Group><Name>Y1 b</Name><Number_of_Students>10</Number_of_Students></Group>
</Year>
</Students_List>
<Teachers_List><Teacher><Name>Ann</Name></Teacher><Teacher><Name>Bob</Name></Teacher></Teachers_List>
<Subjects_List><Subject><Name>Math</Name></Subject></Subjects_List>
<Activities_List>
${activities.join('\n')}
</Activities_List>
<Buildings_List></Buildings_List>
<Rooms_List><Room><Name>R1</Name><Building>B</Building><Capacity>15</Capacity></Room><Room><Name>R2</Name><Building></Building><Capacity>30</Capacity></Room></Rooms_List>
<Time_Constraints_List>${constraint('BasicCompulsoryTime', '')}${time}</Time_Constraints_List>
<Space_Constraints_List>${constraint('BasicCompulsorySpace', '')}${space}</Space_Constraints_List>
</fet>
`;

const rows = (table: readonly Readonly<Record<string, string>>[] | undefined) =>
  table?.map((row) => Object.values(row).join(' ').trim());

describe('FET', () => {
  it('reads activities, and the hours that their names say', () => {
    const { title, tables, keys, notes } = imported(fet, school());
    expect(title).toBe('Tiny school, a file of FET');
    expect(keys.week).toEqual({ days: ['mon', 'tue'], periods: 3, first: '08:30', minutes: 45 });
    expect(tables.courses).toEqual([
      { course: 'Math 1', periods: '2', meetings: '1', instructors: 'Ann', roomless: 'yes' },
      { course: 'Art 2', periods: '1', meetings: '1', instructors: 'Bob', roomless: 'yes' },
      { course: 'Music 3', periods: '1', meetings: '1', instructors: 'Ann', roomless: 'yes' },
    ]);
    expect(notes).toEqual(['The days Monday, Tuesday are read as mon, tue']);
  });

  it('makes a curriculum of each smallest set of students, with all activities that it takes part in', () => {
    expect(rows(imported(fet, school()).tables.curricula)).toEqual([
      ...['red Math 1', 'red Art 2', 'red Music 3'],
      ...['blue Math 1', 'blue Art 2'],
      'Y1 b Math 1',
    ]);
    const { tables, notes } = imported(fet, school('', '', ACTIVITIES.slice(0, 1)));
    expect(rows(tables.curricula)).toEqual(['red Math 1']);
    expect(notes[0]).toBe(
      '2 sets of students with the very activities of another: one curriculum is for both, such as red for blue',
    );
  });

  it('reads when people, rooms and everybody cannot be had', () => {
    const { tables } = imported(
      fet,
      school(
        constraint(
          'TeacherNotAvailableTimes',
          `<Teacher>Ann</Teacher>${notAvailable('Monday', '08:30')}${notAvailable('Monday', '10:00')}`,
        ) +
          constraint('StudentsSetNotAvailableTimes', `<Students>Y1 a</Students>${notAvailable('Tuesday', '08:30')}`) +
          constraint('BreakTimes', '<Break_Time><Day>Tuesday</Day><Hour>09:15</Hour></Break_Time>'),
        constraint('RoomNotAvailableTimes', `<Room>R1</Room>${notAvailable('Monday', '09:15')}`),
      ),
    );
    expect(tables.unavailable).toEqual([
      { instructor: 'Ann', day: 'mon', periods: '0-0;2-2' },
      { curriculum: 'red', day: 'tue', periods: '0-0' },
      { curriculum: 'blue', day: 'tue', periods: '0-0' },
      { course: 'Math 1', day: 'tue', periods: '1-1' },
      { course: 'Art 2', day: 'tue', periods: '1-1' },
      { course: 'Music 3', day: 'tue', periods: '1-1' },
      { room: 'R1', day: 'mon', periods: '1-1' },
    ]);
  });

  it('locks what is fixed, and allows the starting times that are preferred', () => {
    const { tables } = imported(
      fet,
      school(
        constraint(
          'ActivityPreferredStartingTime',
          '<Activity_Id>2</Activity_Id><Preferred_Day>Monday</Preferred_Day><Preferred_Hour>10:00</Preferred_Hour><Permanently_Locked>true</Permanently_Locked>',
        ) +
          constraint(
            'ActivityPreferredStartingTimes',
            `<Activity_Id>1</Activity_Id>${starting('Monday', '08:30')}${starting('Tuesday', '09:15')}${starting('Tuesday', '10:00')}`,
          ) +
          constraint(
            'ActivitiesPreferredStartingTimes',
            `<Teacher_Name></Teacher_Name><Students_Name>blue</Students_Name><Subject_Name>Math</Subject_Name><Activity_Tag_Name></Activity_Tag_Name>${starting('Monday', '08:30')}${starting('Tuesday', '09:15')}`,
          ),
      ),
    );
    expect(rows(tables.locks)).toEqual(['Art 2 mon 10:00 1']);
    expect(rows(tables.allowed_times)).toEqual(['Math 1 mon:2 08:30', 'Math 1 tue:2 09:15']);
  });

  it('reads rooms: those of an activity before the home of its teacher', () => {
    const { tables } = imported(
      fet,
      school(
        '',
        constraint('TeacherHomeRoom', '<Teacher>Ann</Teacher><Room>R1</Room>') +
          constraint(
            'ActivityPreferredRooms',
            '<Activity_Id>1</Activity_Id><Preferred_Room>R1</Preferred_Room><Preferred_Room>R2</Preferred_Room>',
          ),
      ),
    );
    expect(rows(tables.allowed_rooms)).toEqual(['Math 1 R1', 'Music 3 R1', 'Math 1 R2'].toSorted());
    expect(tables.courses![0]).toMatchObject({ students: '20' });
    expect(rows(tables.rooms)).toEqual(['R1 15 B', 'R2 30']);
  });

  it('gives a home to activities of one set of students alone, and any home to those that have several', () => {
    const home = (name: string, room: string) =>
      constraint('StudentsSetHomeRoom', `<Students>${name}</Students><Room>${room}</Room>`);
    const { tables, notes } = imported(
      fet,
      school(
        '',
        home('Y1', 'R2') +
          home('red', 'R1') +
          constraint('TeacherHomeRoom', '<Teacher>Bob</Teacher><Room>R2</Room>') +
          home('Y1 a', 'R1'),
      ),
    );
    expect(rows(tables.allowed_rooms)).toEqual(['Math 1 R2', 'Music 3 R1', 'Art 2 R2', 'Art 2 R1']);
    expect(notes[0]).toBe(
      'Which home comes first, where an activity has several, is not read: 1 time it must hold, and the timetable may break it',
    );
  });

  it('reads links between activities and limits of teachers', () => {
    const { tables } = imported(
      fet,
      school(
        constraint(
          'MinDaysBetweenActivities',
          `<Consecutive_If_Same_Day>true</Consecutive_If_Same_Day>${ids(3, 1)}<MinDays>1</MinDays>`,
        ) +
          constraint('ActivitiesSameStartingTime', ids(2, 3)) +
          constraint(
            'TwoActivitiesOrdered',
            '<First_Activity_Id>3</First_Activity_Id><Second_Activity_Id>1</Second_Activity_Id>',
          ) +
          constraint('TeachersMaxDaysPerWeek', '<Max_Days_Per_Week>2</Max_Days_Per_Week>') +
          constraint(
            'TeacherMaxDaysPerWeek',
            '<Teacher_Name>Bob</Teacher_Name><Max_Days_Per_Week>1</Max_Days_Per_Week>',
          ) +
          constraint('TeacherMaxGapsPerWeek', '<Teacher_Name>Ann</Teacher_Name><Max_Gaps>0</Max_Gaps>'),
      ),
    );
    expect(rows(tables.links)).toEqual([
      'Math 1 Music 3 other_days',
      'Art 2 Music 3 same_start',
      'Art 2 Music 3 same_days',
      'Music 3 Math 1 after',
    ]);
    expect(tables.instructors).toEqual([
      { instructor: 'Ann', days: '2', gaps: '0' },
      { instructor: 'Bob', days: '1' },
    ]);
  });

  it('has a timetable that can be found by hand', async () => {
    const { placements, audit } = await best(
      imported(
        fet,
        school(
          constraint(
            'ActivityPreferredStartingTime',
            '<Activity_Id>2</Activity_Id><Preferred_Day>Monday</Preferred_Day><Preferred_Hour>08:30</Preferred_Hour>',
          ) +
            constraint(
              'TeacherMaxDaysPerWeek',
              '<Teacher_Name>Ann</Teacher_Name><Max_Days_Per_Week>1</Max_Days_Per_Week>',
            ) +
            constraint(
              'TwoActivitiesConsecutive',
              '<First_Activity_Id>3</First_Activity_Id><Second_Activity_Id>1</Second_Activity_Id>',
            ),
          constraint(
            'ActivityPreferredRooms',
            '<Activity_Id>1</Activity_Id><Preferred_Room>R1</Preferred_Room><Preferred_Room>R2</Preferred_Room>',
          ),
        ),
      ),
    );
    // Ann has all of Tuesday: music, then mathematics, whose 20 students do not fit into R1.
    expect(placements.toSorted()).toEqual(['Art 2 mon:1 08:30', 'Math 1 tue:2 09:15 R2', 'Music 3 tue:1 08:30']);
    expect(audit.violations).toEqual([]);
  });

  it('names what it does not read, and what is not active', () => {
    const { notes } = imported(
      fet,
      school(
        constraint('MinDaysBetweenActivities', `${ids(1, 2)}<MinDays>1</MinDays>`, '95') +
          constraint('StudentsMaxGapsPerDay', '<Max_Gaps>0</Max_Gaps>') +
          constraint('MinDaysBetweenActivities', `${ids(1, 2)}<MinDays>2</MinDays>`),
        '',
        [...ACTIVITIES, activity(4, 'Math', 'Y1').replace('<Active>true', '<Active>false')],
      ),
    );
    expect(notes.slice(0, 4)).toEqual([
      'ConstraintMinDaysBetweenActivities is not read: 1 time its weight is below 100 %, and the timetable may pass it over',
      'ConstraintStudentsMaxGapsPerDay is not read: 1 time it must hold, and the timetable may break it',
      'What MinDays says beyond 1 is not read: 1 time it must hold, and the timetable may break it',
      '1 activity not active in the file: left out',
    ]);
  });

  it('writes names without the commas that stand between names', () => {
    const text = school().replaceAll('>Ann<', '>Lee, Ann<');
    const { tables, notes } = imported(fet, text);
    expect(tables.courses![0]).toMatchObject({ instructors: 'Lee Ann' });
    expect(notes.at(-1)).toBe(
      '1 name with a comma or the like, which stand between names here, is written without: Lee Ann',
    );
  });

  it('is refused at the line of what is wrong', () => {
    const wrong = (from: string, to: string) => faultsOf(() => imported(fet, school().replace(from, to)));
    expect(wrong('<Duration>2</Duration>', '<Duration>4</Duration>')).toEqual([
      '15: the duration of activity 1 is a whole number from 1 to 3, and not "4"',
    ]);
    expect(wrong('<Students>red<', '<Students>green<')).toEqual(['17: there are no students green']);
    expect(wrong('<Teacher>Bob<', '<Teacher>Eve<')).toEqual(['16: there is no teacher Eve']);
    expect(faultsOf(() => imported(fet, school(constraint('ActivitiesSameStartingTime', ids(1, 9)))))).toEqual([
      '21: there is no activity 9',
    ]);
    expect(
      faultsOf(() =>
        imported(fet, school(constraint('ActivityPreferredStartingTimes', `${ids(1)}${starting('Monday', '10:00')}`))),
      ),
    ).toEqual(['15: the constraints leave activity 1 no time']);
  });
});
