import { describe, expect, it } from 'vitest';
import { solutionRows2019 } from '../../../../src/domains/courses/formats/itc2019/solution.ts';
import { itc2019 } from '../../../../src/domains/courses/formats/itc2019.ts';
import { judge } from '../weeks.ts';
import { best, faultsOf, imported, opened } from './imported.ts';

/** A problem of two rooms and three classes, with these distributions and students. */
const problem = (distributions = '', more = '') => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE problem PUBLIC "-//ITC 2019//DTD Problem Format/EN" "http://localhost/none.dtd">
<problem name="tiny" nrDays="7" nrWeeks="4" slotsPerDay="288">
  <optimization time="2" room="3" distribution="10" student="5"/>
  <rooms>
    <room id="1" capacity="50"><travel room="2" value="6"/></room>
    <room id="2" capacity="20"><unavailable days="1000000" start="0" length="108" weeks="1111"/></room>
  </rooms>
  <courses>
    <course id="1"><config id="1"><subpart id="1">
      <class id="1" limit="20">
        <room id="1" penalty="0"/>
        <room id="2" penalty="1"/>
        <time days="1010000" start="102" length="12" weeks="1111" penalty="0"/>
        <time days="1000000" start="114" length="18" weeks="1101" penalty="4"/>
      </class>
      <class id="2" limit="20" parent="1">
        <room id="1" penalty="0"/>
        <time days="1000000" start="102" length="12" weeks="0101" penalty="0"/>
        <time days="0100000" start="102" length="12" weeks="1111" penalty="7"/>
      </class>
    </subpart></config></course>
    <course id="2"><config id="2"><subpart id="2">
      <class id="3" limit="5" room="false">
        <time days="0010000" start="108" length="12" weeks="1111" penalty="0"/>
        <time days="0010000" start="114" length="12" weeks="1111" penalty="1"/>
      </class>
    </subpart></config></course>
  </courses>
  <distributions>${distributions}</distributions>
  ${more}
</problem>
`;

describe('ITC-2019', () => {
  it('gives classes their times with weeks and points, in periods as long as they can be', () => {
    const { title, tables, keys, notes } = imported(itc2019, problem());
    expect(title).toBe('tiny, of the competition ITC-2019: 4 weeks');
    // All begin at 8:30 or a multiple of half an hour after it, and last such multiples.
    expect(keys.week).toEqual({ days: ['mon', 'tue', 'wed'], periods: 5, first: '08:30', minutes: 30 });
    expect(tables.allowed_times!.map((row) => Object.values(row).join(' '))).toEqual([
      '1 mon:2+wed:2 08:30 0',
      '1 mon:3+weeks:1-2;4 09:30 8',
      '2 mon:2+weeks:2;4 08:30 0',
      '2 tue:2 08:30 14',
      '3 wed:2 09:00 0',
      '3 wed:2 09:30 2',
    ]);
    expect(tables.courses).toEqual([
      { course: '1', periods: '4' },
      { course: '2', periods: '2' },
      { course: '3', periods: '2', roomless: 'yes' },
    ]);
    expect(notes).toEqual([
      'The limits of classes, and the parent that 1 class has, are for students only: they are not read',
    ]);
  });

  it('gives rooms their seats, wishes, hours and ways', () => {
    const { tables } = imported(itc2019, problem());
    expect(tables.rooms).toEqual([
      { room: '1', seats: '50', building: '1' },
      { room: '2', seats: '20', building: '2' },
    ]);
    expect(tables.allowed_rooms).toContainEqual({ course: '1', room: '2', points: '3' });
    // Until 9:00 the room cannot be had: this is the first period of the week.
    expect(tables.unavailable).toEqual([{ room: '2', day: 'mon', periods: '0-0' }]);
    expect(tables.travel).toEqual([{ from: '1', to: '2', minutes: '30' }]);
  });

  it('has a best timetable that can be found by hand', async () => {
    const { placements, audit } = await best(imported(itc2019, problem()));
    // Class 2 must leave Monday or class 1 must move: 14 for Tuesday, 8 for class 1 at 9:30, 3 for another room, which
    // cannot be had before 9:00.
    expect(placements).toEqual(['1 mon:3+weeks:1-2;4 09:30 1', '2 mon:2+weeks:2;4 08:30 1', '3 wed:2 09:00']);
    expect([audit.objective.net_score, audit.violations]).toEqual([-8, []]);
  });

  it('reads distributions as a link for each pair, with their points', () => {
    const { tables } = imported(
      itc2019,
      problem(`
        <distribution type="SameAttendees" required="true"><class id="3"/><class id="1"/></distribution>
        <distribution type="DifferentDays" penalty="2"><class id="1"/><class id="2"/><class id="3"/></distribution>
        <distribution type="DifferentDays" penalty="1"><class id="2"/><class id="1"/></distribution>
        <distribution type="Precedence" required="true"><class id="3"/><class id="2"/></distribution>
        <distribution type="WorkDay(24)" required="true"><class id="1"/><class id="2"/></distribution>
        <distribution type="WorkDay(18)" required="true"><class id="1"/><class id="2"/></distribution>`),
    );
    expect(tables.links!.map((row) => Object.values(row).join(' '))).toEqual([
      '1 3 together',
      '1 2 other_days 30',
      '1 3 other_days 20',
      '2 3 other_days 20',
      '3 2 after',
      '1 2 work_day 90',
    ]);
  });

  it('opens with every distribution that it reads', () => {
    const types = [
      'SameStart',
      'SameTime',
      'DifferentTime',
      'SameDays',
      'DifferentDays',
      'SameWeeks',
      'DifferentWeeks',
    ];
    const more = ['Overlap', 'NotOverlap', 'SameRoom', 'DifferentRoom', 'SameAttendees', 'Precedence', 'MinGap(2)'];
    const all = [...types, ...more, 'WorkDay(20)'].map(
      (type) => `<distribution type="${type}" penalty="1"><class id="1"/><class id="2"/></distribution>`,
    );
    const found = imported(itc2019, problem(all.join('\n')));
    expect(opened(found).tables.links.rows).toHaveLength(15);
  });

  it('names what it does not read', () => {
    const { notes, tables } = imported(
      itc2019,
      problem(
        `<distribution type="MaxDays(2)" required="true"><class id="1"/><class id="2"/></distribution>
         <distribution type="MaxDays(3)" penalty="2"><class id="1"/><class id="2"/></distribution>
         <distribution type="MaxBlock(12,3)" penalty="1"><class id="1"/><class id="2"/></distribution>`,
        '<students><student id="1"><course id="1"/></student></students>',
      ).replace('length="108" weeks="1111"', 'length="108" weeks="1000"'),
    );
    expect(tables.unavailable![0]).toMatchObject({ weeks: '1' });
    expect(notes).toEqual([
      'The distribution MaxDays is not read: 1 time it must hold, and the timetable may break it; 1 time it is charged for (weight 20 in all), and the timetable is not',
      'The distribution MaxBlock is not read: 1 time it is charged for (weight 10 in all), and the timetable is not',
      '1 student who chooses courses is not read: nobody is given a class, and clashes of students (weight 5) cost nothing',
      'The limits of classes, and the parent that 1 class has, are for students only: they are not read',
    ]);
  });

  it('counts a time once that a class has twice, with the fewer points', () => {
    const time = '<time days="0010000" start="114" length="12" weeks="1111" penalty="1"/>';
    const { tables } = imported(
      itc2019,
      problem().replace(time, `${time}${time.replace('penalty="1"', 'penalty="0"')}`),
    );
    expect(tables.allowed_times!.filter(({ course }) => course === '3').map(({ points }) => points)).toEqual([
      '0',
      '0',
    ]);
  });

  it('is refused at the line of what is wrong', () => {
    const wrong = (from: string, to: string) => faultsOf(() => imported(itc2019, problem().replace(from, to)));
    expect(wrong('days="1010000"', 'days="1010"')).toEqual([
      '14: days are 7 letters 0 and 1, at least one 1, and not "1010"',
    ]);
    expect(wrong('<room id="2" penalty="1"/>', '<room id="9" penalty="1"/>')).toEqual(['11: there is no room 9']);
    expect(wrong('slotsPerDay="288"', 'slotsPerDay="96"')).toEqual([
      '3: a day has 96 slots; 288 slots of five minutes are read',
    ]);
    expect(wrong('<class id="2"', '<class id="1"')).toContain('17: class 1 is there twice');
    expect(wrong('start="108" length="12"', 'start="280" length="12"')).toContain(
      '25: the time ends after the day does',
    );
    expect(faultsOf(() => imported(itc2019, '<solution/>'))).toEqual([
      '1: the file is <solution>, and should be <problem>',
    ]);
    const distribution = '<distribution type="SameStart" required="true"><class id="1"/><class id="8"/></distribution>';
    expect(faultsOf(() => imported(itc2019, problem(distribution)))).toEqual(['30: there is no class 8']);
  });
});

describe('a solution of ITC-2019', () => {
  const { tables } = opened(imported(itc2019, problem()));
  const rows = (classes: string) =>
    solutionRows2019(`<solution name="tiny">\n${classes}\n</solution>`, 'out.xml', tables.allowed_times.rows);

  it('is rows of a schedule with the lines that they stand in', () => {
    const found = rows(
      `<class id="1" days="1000000" start="114" weeks="1101" room="2"><student id="1"/></class>
       <class id="3" days="0010000" start="108" weeks="1111"/>`,
    );
    expect(found.rows).toEqual([
      { course: '1', pattern: 'mon:3+weeks:1-2;4', start: '09:30', room: '2' },
      { course: '3', pattern: 'wed:2', start: '09:00', room: '' },
    ]);
    expect(found.lines).toEqual([2, 3]);
    expect(found.notes).toEqual(['1 place of students in classes is not read']);
  });

  it('costs what the competition says: weights times penalties of times, rooms and distributions', () => {
    const pair = '<distribution type="SameDays" penalty="2"><class id="1"/><class id="2"/></distribution>';
    const week = opened(imported(itc2019, problem(pair)));
    const found = rows(
      `<class id="1" days="1000000" start="114" weeks="1101" room="2"/>
       <class id="2" days="0100000" start="102" weeks="1111" room="1"/>
       <class id="3" days="0010000" start="114" weeks="1111"/>`,
    );
    // Times: 2 * (4 + 7 + 1). Rooms: 3 * 1. Class 1 is on Monday and class 2 on Tuesday: 10 * 2.
    const { objective, violations } = judge(week, found.rows);
    expect([objective.net_score, violations]).toEqual([-47, []]);
  });

  it('is refused where a class is unknown, twice, or at no time that it may have', () => {
    expect(
      faultsOf(() =>
        rows(`<class id="8" days="1000000" start="114" weeks="1101"/>
          <class id="1" days="1000000" start="115" weeks="1101" room="2"/>
          <class id="1" days="1000000" start="114" weeks="1101" room="2"/>`),
      ),
    ).toEqual([
      '2: there is no class 8',
      '3: class 1 may not be held then, and nothing says how long it would be: mon at 09:35, weeks 1-2;4',
      '4: class 1 is there twice',
    ]);
  });
});
