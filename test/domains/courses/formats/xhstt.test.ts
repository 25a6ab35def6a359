import { describe, expect, it } from 'vitest';
import { xhstt } from '../../../../src/domains/courses/formats/xhstt.ts';
import { judge } from '../weeks.ts';
import { best, faultsOf, imported, opened } from './imported.ts';

const times = ['Mo', 'Tu', 'We'].flatMap((day) =>
  (day === 'We' ? [1, 2, 3] : [1, 2, 3, 4]).map(
    (period) => `<Time Id="${day}${period}"><Name>${day}${period}</Name><Day Reference="gr_${day}"/></Time>`,
  ),
);

const resource = (id: string, type: string) =>
  `<Resource Id="${id}"><Name>${id}</Name><ResourceType Reference="${type}"/><ResourceGroups><ResourceGroup Reference="gr_${type}"/></ResourceGroups></Resource>`;

const event = (id: string, duration: number, needs: readonly string[], more = '') =>
  `<Event Id="${id}"><Name>${id}</Name><Duration>${duration}</Duration>${more}<Course Reference="gr_${id}"/><Resources>${needs.join('')}</Resources></Event>`;

const has = (id: string, role: string) => `<Resource Reference="${id}"><Role>${role}</Role></Resource>`;
const needsRoom = '<Resource><Role>Room</Role><ResourceType Reference="Room"/></Resource>';

/** A constraint: what it applies to, and the rest. */
const constraint = (type: string, applies: string, rest = '', required = true, weight = 1) =>
  `<${type}Constraint Id="${type}"><Name>${type}</Name><Required>${required}</Required><Weight>${weight}</Weight><CostFunction>Linear</CostFunction><AppliesTo>${applies}</AppliesTo>${rest}</${type}Constraint>`;

const events = (...ids: readonly string[]) =>
  `<EventGroups>${ids.map((id) => `<EventGroup Reference="gr_${id}"/>`).join('')}</EventGroups>`;
const resources = (...ids: readonly string[]) =>
  `<Resources>${ids.map((id) => `<Resource Reference="${id}"/>`).join('')}</Resources>`;
const timesOf = (...ids: readonly string[]) =>
  `<Times>${ids.map((id) => `<Time Reference="${id}"/>`).join('')}</Times>`;
const perDay = (most: number) =>
  `<TimeGroups>${['Mo', 'Tu', 'We'].map((day) => `<TimeGroup Reference="gr_${day}"><Minimum>0</Minimum><Maximum>${most}</Maximum></TimeGroup>`).join('')}</TimeGroups>`;

const EVERY = [
  constraint('AssignTime', events('Math', 'Art')),
  constraint('AvoidClashes', resources('Ann', 'Bob', '1a', 'Lab', 'Hall')),
  constraint(
    'SplitEvents',
    events('Math'),
    '<MinimumDuration>1</MinimumDuration><MaximumDuration>2</MaximumDuration><MinimumAmount>2</MinimumAmount><MaximumAmount>2</MaximumAmount>',
  ),
];

/** A school of three days with two events: 3 periods of mathematics, 2 of art in a room of its choice. */
const school = (constraints: readonly string[] = EVERY, solutions = '') => `<?xml version="1.0" encoding="UTF-8"?>
<HighSchoolTimetableArchive>
<Instances>
<Instance Id="tiny">
<MetaData><Name>Tiny school</Name></MetaData>
<Times><TimeGroups><Day Id="gr_Mo"><Name>Monday</Name></Day><Day Id="gr_Tu"><Name>Tuesday</Name></Day><Day Id="gr_We"><Name>Wednesday</Name></Day></TimeGroups>
${times.join('\n')}
</Times>
<Resources>
<ResourceTypes><ResourceType Id="Teacher"/><ResourceType Id="Class"/><ResourceType Id="Room"/></ResourceTypes>
${[resource('Ann', 'Teacher'), resource('Bob', 'Teacher'), resource('1a', 'Class'), resource('Lab', 'Room'), resource('Hall', 'Room')].join('\n')}
</Resources>
<Events>
${event('Math', 3, [has('Ann', 'Teacher'), has('1a', 'Class')])}
${event('Art', 2, [has('Bob', 'Teacher'), has('1a', 'Class'), needsRoom])}
</Events>
<Constraints>
${constraints.join('\n')}
</Constraints>
</Instance>
</Instances>
${solutions}
</HighSchoolTimetableArchive>
`;

const rows = (table: readonly Readonly<Record<string, string>>[] | undefined) =>
  table?.map((row) => Object.values(row).join(' ').trim());

describe('XHSTT', () => {
  it('splits events into meetings, a course for each length', () => {
    const { title, tables, keys } = imported(xhstt, school());
    expect(title).toBe('Tiny school, an instance of XHSTT');
    expect(keys.week).toEqual({ days: ['mon', 'tue', 'wed'], periods: 4, first: '08:00', minutes: 60 });
    expect(tables.courses).toEqual([
      {
        course: 'Math/2',
        periods: '2',
        meetings: '1',
        same_day: '1',
        min_days: '1',
        instructors: 'Ann',
        roomless: 'yes',
      },
      {
        course: 'Math/1',
        periods: '1',
        meetings: '1',
        same_day: '1',
        min_days: '1',
        instructors: 'Ann',
        roomless: 'yes',
      },
      { course: 'Art', periods: '2', meetings: '1', same_day: '1', min_days: '1', instructors: 'Bob', roomless: '' },
    ]);
    expect(rows(tables.curricula)).toEqual(['1a Math/2', '1a Math/1', '1a Art']);
    expect(rows(tables.rooms)).toEqual(['Lab 0', 'Hall 0']);
  });

  it('knows days that are shorter than others', () => {
    expect(rows(imported(xhstt, school()).tables.unavailable)).toEqual([
      'Math/2 wed 3-3',
      'Math/1 wed 3-3',
      'Art wed 3-3',
    ]);
  });

  it('splits into equal meetings where the constraints say that', () => {
    const twos = constraint(
      'DistributeSplitEvents',
      events('Math'),
      '<Duration>1</Duration><Minimum>3</Minimum><Maximum>3</Maximum>',
    );
    const { tables } = imported(xhstt, school([twos]));
    expect(tables.courses![0]).toMatchObject({ course: 'Math', periods: '3', meetings: '3', same_day: '3' });
  });

  it('names a constraint on lengths that cannot hold', () => {
    const never = constraint(
      'DistributeSplitEvents',
      events('Math'),
      '<Duration>1</Duration><Minimum>4</Minimum><Maximum>4</Maximum>',
      false,
      3,
    );
    expect(imported(xhstt, school([never])).notes[0]).toBe(
      'DistributeSplitEvents of an event, which no lengths of its meetings satisfy, is not read: 1 time it is charged for (weight 3 in all), and the timetable is not',
    );
  });

  it('reads times that are preferred, and times at which people cannot be had', () => {
    const { tables } = imported(
      xhstt,
      school([
        ...EVERY,
        constraint('PreferTimes', events('Art'), timesOf('Mo1', 'Mo3', 'Tu1', 'We3')),
        constraint('PreferTimes', events('Art'), timesOf('Mo1'), false, 5),
        constraint('AvoidUnavailableTimes', resources('Bob'), timesOf('Mo1', 'Mo2', 'Mo4')),
        constraint('AvoidUnavailableTimes', resources('Bob'), timesOf('Tu1', 'Tu2'), false, 3),
      ]),
    );
    // We3 has no second period. Away from Mo1: 5 for each of two periods. On Tuesday: 3 for each.
    expect(rows(tables.allowed_times)).toEqual(['Art mon:2 08:00 0', 'Art mon:2 10:00 10', 'Art tue:2 08:00 16']);
    expect(tables.unavailable).toContainEqual({ instructor: 'Bob', day: 'mon', periods: '0-1;3-3' });
  });

  it('reads meetings that are spread over days', () => {
    const ones = constraint('SplitEvents', events('Math'), '<MaximumDuration>1</MaximumDuration>');
    const hard = imported(xhstt, school([ones, constraint('SpreadEvents', events('Math'), perDay(1))]));
    expect(hard.tables.courses![0]).toMatchObject({ meetings: '3', same_day: '1' });
    const soft = imported(xhstt, school([ones, constraint('SpreadEvents', events('Math'), perDay(1), false, 4)]));
    expect(soft.tables.courses![0]).toMatchObject({ meetings: '3', same_day: '3', min_days: '3' });
    expect(soft.keys.rules).toEqual({ min_days: { penalty: 4 } });
    const both = imported(xhstt, school([...EVERY, constraint('SpreadEvents', events('Math'), perDay(1))]));
    expect(both.tables.links).toEqual([{ first: 'Math/2', second: 'Math/1', relation: 'other_days' }]);
  });

  it('reads what instructors teach at the most, where it must hold', () => {
    const days =
      '<TimeGroups><TimeGroup Reference="gr_Mo"/><TimeGroup Reference="gr_Tu"/><TimeGroup Reference="gr_We"/></TimeGroups>';
    const { tables, notes } = imported(
      xhstt,
      school([
        ...EVERY,
        constraint('LimitIdleTimes', resources('Ann', 'Bob'), `${days}<Minimum>0</Minimum><Maximum>0</Maximum>`),
        constraint('ClusterBusyTimes', resources('Bob'), `${days}<Minimum>1</Minimum><Maximum>2</Maximum>`),
        constraint('LimitIdleTimes', resources('1a'), `${days}<Maximum>0</Maximum>`, false, 7),
        constraint('LimitWorkload', resources('Ann'), '<Maximum>3</Maximum>', false, 2),
      ]),
    );
    expect(tables.instructors).toEqual([
      { instructor: 'Ann', gaps: '0' },
      { instructor: 'Bob', gaps: '0', days: '2' },
    ]);
    expect(notes.slice(0, 3)).toEqual([
      'The minimum of ClusterBusyTimes is not read: 1 time it must hold, and the timetable may break it',
      'LimitIdleTimes is not read: 1 time it is charged for (weight 7 in all), and the timetable is not',
      'LimitWorkload is not read: 1 time it is charged for (weight 2 in all), and the timetable is not',
    ]);
  });

  it('reads rooms to choose from, pairs in order and linked events', () => {
    const lab = `${resources('Lab')}<Role>Room</Role>`;
    const pair =
      '<EventPairs><EventPair><FirstEvent Reference="Art"/><SecondEvent Reference="Math"/></EventPair></EventPairs>';
    const { tables } = imported(
      xhstt,
      school([constraint('PreferResources', events('Art'), lab, false, 5), constraint('OrderEvents', pair)]),
    );
    expect(rows(tables.allowed_rooms)).toEqual(['Art Lab 0', 'Art Hall 10']);
    expect(rows(tables.links)).toEqual(['Art Math after']);
  });

  it('has a best timetable that can be found by hand', async () => {
    const { placements, audit } = await best(
      imported(
        xhstt,
        school([
          ...EVERY,
          constraint('PreferTimes', events('Math'), timesOf('Mo1', 'Mo2')),
          constraint('PreferTimes', events('Art'), timesOf('Mo1', 'Mo3'), false, 5),
          constraint('PreferResources', events('Art'), `${resources('Hall')}<Role>Room</Role>`),
        ]),
      ),
    );
    // The double period begins at Mo2, since the single one must begin at Mo1 or Mo2 too. Art is left with another day.
    expect([audit.objective.net_score, audit.violations]).toEqual([-10, []]);
    expect(placements).toContain('Math/2 mon:2 09:00');
  });

  it('gives the solution inside the file as a schedule', () => {
    const solved = (id: string, duration: number, time: string, room = '') =>
      `<Event Reference="${id}"><Duration>${duration}</Duration><Time Reference="${time}"/>${room && `<Resources><Resource Reference="${room}"><Role>Room</Role></Resource></Resources>`}</Event>`;
    const found = imported(
      xhstt,
      school(
        EVERY,
        `<SolutionGroups><SolutionGroup Id="g"><Solution Reference="tiny"><Events>
        ${solved('Math', 1, 'Mo1')}${solved('Math', 2, 'Tu1')}${solved('Art', 2, 'We2', 'Hall')}
        </Events></Solution></SolutionGroup></SolutionGroups>`,
      ),
    );
    expect(found.schedule).toEqual([
      { course: 'Math/1', pattern: 'mon:1', start: '08:00', room: '' },
      { course: 'Math/2', pattern: 'tue:2', start: '08:00', room: '' },
      { course: 'Art', pattern: 'wed:2', start: '09:00', room: 'Hall' },
    ]);
    const { instance } = opened(found);
    expect(instance.schedule).toBeDefined();
  });

  it('prices the solution inside the file as the project does', () => {
    const ones = constraint('SplitEvents', events('Math'), '<MaximumDuration>1</MaximumDuration>');
    const solved = (id: string, duration: number, time: string) =>
      `<Event Reference="${id}"><Duration>${duration}</Duration><Time Reference="${time}"/></Event>`;
    const found = imported(
      xhstt,
      school(
        [
          ones,
          constraint('SpreadEvents', events('Math'), perDay(1), false, 4),
          constraint('PreferTimes', events('Art'), timesOf('Mo1'), false, 5),
          constraint('AvoidUnavailableTimes', resources('Ann'), timesOf('Mo1', 'We3'), false, 3),
        ],
        `<SolutionGroups><SolutionGroup Id="g"><Solution Reference="tiny"><Events>
        ${solved('Math', 1, 'Mo1')}${solved('Math', 1, 'Mo4')}${solved('Math', 1, 'Tu1')}${solved('Art', 2, 'Mo2')}
        </Events></Solution></SolutionGroup></SolutionGroups>`,
      ),
    );
    const { objective, violations } = judge(
      opened(found),
      found.schedule!.map((row) => ({ ...row, ...(row.course === 'Art' && { room: 'Lab' }) })),
    );
    // Two lessons of mathematics on Monday: 4. Art lasts two periods away from Mo1: 10. Ann teaches at Mo1: 3.
    expect([objective.net_score, violations]).toEqual([-17, []]);
  });

  it('says what it reads otherwise than it stands in the file', () => {
    const { notes } = imported(xhstt, school([constraint('AvoidClashes', resources('Ann'), '', false, 1)]));
    expect(notes).toEqual([
      'AvoidClashes is charged for 1 time in the file: here it must hold',
      '2 events may be left without a time in the file: here every event has one',
      '2 resources may have two events at once in the file: here none may',
      'A meeting never goes on from one day to the next, which the file may allow',
      'The constraints leave 2 events several ways to be split into meetings: one is chosen, that of the solution in the file where it has one',
      'The days Monday, Tuesday, Wednesday are read as mon, tue, wed',
      'The periods of a day are read as 60 minutes each from 08:00 on, which the file does not say',
    ]);
  });

  it('is refused at the line of what is wrong', () => {
    const wrong = (from: string, to: string) => faultsOf(() => imported(xhstt, school().replace(from, to)));
    expect(wrong('<Day Reference="gr_Mo"/>', '')).toEqual(['7: time Mo1 says no day']);
    expect(wrong('<Resource Reference="Ann">', '<Resource Reference="Eve">')).toEqual(['28: there is no resource Eve']);
    expect(wrong('<Duration>3</Duration>', '<Duration>three</Duration>')[0]).toMatch(/^28: the duration of event Math/);
    expect(wrong('<Instances>', '<Nothing>').join()).toMatch(/^\d+: this is no well-formed XML/);
    expect(faultsOf(() => imported(xhstt, school([constraint('PreferTimes', events('Art'), timesOf('We3'))])))).toEqual(
      ['29: the constraints leave event Art no time'],
    );
  });
});
