import { describe, expect, it } from 'vitest';
import { asideOf, read, refused, rowsOf } from './kit.ts';

const BERLIN = { zone: 'Europe/Berlin' };

describe('a file of an account', () => {
  it('is CSV in any encoding that says which it is', () => {
    const text = 'id,created_at,likes\n1,2026-01-05T10:00:00Z,3\n';
    const rows = ['id:1 2026-01-05T10:00Z likes=3'];
    expect(rowsOf(text)).toEqual(rows);
    expect(rowsOf(`\uFEFF${text}`)).toEqual(rows);
    expect(rowsOf(Buffer.from(`\uFEFF${text.replaceAll(',', '\t')}`, 'utf16le'))).toEqual(rows);
    expect(rowsOf(text.replaceAll(',', ';'))).toEqual(rows);
  });

  it('is JSON: a list, a list with a name, or a record a line', () => {
    const one = { id: 1, created_at: '2026-01-05T10:00:00Z', public_metrics: { like_count: 3, reply_count: 0 } };
    const rows = ['id:1 2026-01-05T10:00Z public_metrics.like_count=3 public_metrics.reply_count=0'];
    expect(rowsOf(JSON.stringify([one]))).toEqual(rows);
    expect(rowsOf(`\uFEFF${JSON.stringify({ data: [one], meta: { count: 1 } }, null, 1)}`)).toEqual(rows);
    expect(rowsOf(`${JSON.stringify(one)}\n${JSON.stringify({ ...one, id: '12345678901234567890' })}\n`)).toEqual([
      ...rows,
      rows[0]!.replace('id:1', 'id:12345678901234567890'),
    ]);
  });

  it('says which columns are taken for what, and which are not read', () => {
    const { columns, notes } = read(
      'Post ID,Publish time,Caption,Likes,author_id,Permalink kind\n7,2026-01-05T10:00Z,hello,5,99,a\n',
      { map: { favourites: 'Likes' } },
    );
    expect(columns[0]).toMatchObject({
      roles: { posted_at: 'Publish time', id: 'Post ID', text: 'Caption' },
      metrics: ['favourites (Likes)'],
    });
    expect(notes.join()).toContain(
      'not read, since they hold no numbers that count something: author_id, Permalink kind',
    );
  });

  it('is told by instant and text where it has no id', () => {
    const [row] = read('created_at,text,likes\n2026-01-05T10:00Z,hi,1\n').rows;
    expect(row!.key).toMatch(/^1767607200000:[0-9a-f]{24}$/);
  });
});

describe('times', () => {
  const times = (texts: readonly string[], options = {}) =>
    rowsOf(`id,created_at,likes\n${texts.map((text, at) => `${at},"${text}",1\n`).join('')}`, options).map(
      (row) => row.split(' ')[1],
    );

  it('of several formats stand in one file', () => {
    expect(
      times(
        [
          ...['2026-01-05T10:00:00+01:00', '1767603600', '1767603600000', 'Mon Jan 05 09:00:00 +0000 2026'],
          ...['05.01.2026 10:00', 'Jan 5, 2026 10:00 AM', '5 January 2026 at 10:00', '2026-01-05 10:00:00'],
        ],
        BERLIN,
      ),
    ).toEqual(Array(8).fill('2026-01-05T09:00Z'));
  });

  it('with an unclear order of days are decided by another row of the same format, or by whoever knows', () => {
    expect(times(['03/04/2026 10:00', '25/04/2026 10:00', '2026-05-01 10:00'], BERLIN)).toEqual([
      '2026-04-03T08:00Z',
      '2026-04-25T08:00Z',
      '2026-05-01T08:00Z',
    ]);
    const unclear = ['03/04/2026 10:00', '25-04-2026 10:00'];
    const text = `id,created_at,likes\n${unclear.map((each, at) => `${at},${each},1\n`).join('')}`;
    expect(refused(text, BERLIN)).toBe(
      'export.csv: "03/04/2026 10:00" may be two days, and no other row of this format decides which\nMaybe say how days are written: --dates dmy, or --dates mdy.',
    );
    expect(times(unclear, { ...BERLIN, dates: 'mdy' as const })[0]).toBe('2026-03-04T09:00Z');
    expect(refused('id,created_at,likes\n1,13/04/2026 10:00,1\n2,04/13/2026 10:00,1\n', BERLIN)).toContain(
      'have the day first in some rows and the month first in others',
    );
  });

  it('without a zone need one', () => {
    expect(refused('id,created_at,likes\n1,2026-01-05 10:00,1\n')).toBe(
      'export.csv: has times without a zone ("2026-01-05 10:00"), and nobody says which is meant\nMaybe say where the account is: --zone Europe/Berlin.',
    );
    expect(refused('id,created_at,likes\n1,2026-01-05 10:00,1\n', { zone: 'Berlin' })).toContain('is no time zone');
  });

  it('at a change of clocks are the earlier one where they are two, and put aside where they are none', () => {
    const text = 'id,created_at,likes\n1,2025-10-26 02:30,1\n2,2026-03-29 02:30,1\n3,2026-03-29 03:30,1\n';
    expect(rowsOf(text, BERLIN).map((row) => row.split(' ')[1])).toEqual(['2025-10-26T00:30Z', '2026-03-29T01:30Z']);
    expect(asideOf(text, BERLIN)).toEqual(['3: does not exist there: the clocks went forward over it']);
    expect(read(text, BERLIN).notes.join()).toContain('1 time that the clock showed twice');
  });

  it('that cannot be used are put aside with their reason', () => {
    const texts = [
      '',
      'soon',
      '2026-02-30T10:00Z',
      '2026-01-05',
      '05/01/26 10:00',
      '2027-01-01T00:00Z',
      '2026-01-05T25:00Z',
    ];
    expect(asideOf(`id,created_at,likes\n${texts.map((text, at) => `${at},${text},1\n`).join('')}`)).toEqual([
      '2: has no time of posting',
      '3: is no time that can be read',
      '4: is no time that can be read',
      '5: is a day without a time',
      '6: has a year of two digits',
      '7: lies in the future',
      '8: is no time that can be read',
    ]);
  });
});

describe('numbers', () => {
  const numbers = (cells: readonly string[], options = {}) =>
    read(
      `id;created_at;likes\n${cells.map((cell, at) => `${at};2026-01-05T10:00Z;${cell}\n`).join('')}`,
      options,
    ).rows.map(({ metrics }) => metrics.get('likes'));

  it('are read as exports write them', () => {
    expect(numbers(['1,234,567', '12.3%', '1.2K', '3M', '-5', '7', '1e3', '1 234'])).toEqual([
      ...[1_234_567, 0.123, 1200, 3_000_000, -5, 7, 1000, 1234],
    ]);
    expect(numbers(['1.234', '0,5'])).toEqual([1234, 0.5]);
    expect(numbers(['1,234', '0.5'])).toEqual([1234, 0.5]);
  });

  it('that may be two are refused, unless somebody knows', () => {
    const text = 'id;created_at;likes\n1;2026-01-05T10:00Z;1.234\n';
    expect(refused(text)).toBe(
      'export.csv: "1.234" in likes may be one number or a thousand times as much, and no other cell decides which\nMaybe say what divides the whole from its parts: --decimal dot, or --decimal comma.',
    );
    expect(numbers(['1.234'], { decimal: 'comma' })).toEqual([1234]);
    expect(numbers(['1.234'], { decimal: 'dot' })).toEqual([1.234]);
  });

  it('that are none put their row aside, empty ones do not', () => {
    const text =
      'id,created_at,likes,views\n1,2026-01-05T10:00Z,5,\n2,2026-01-05T10:00Z,1e400,1\n3,2026-01-05T10:00Z,many,1\n4,2026-01-05T10:00Z,Infinity,1\n5,2026-01-05T10:00Z,,\n6,2026-01-05T10:00Z,1,2\n7,2026-01-05T10:00Z,NaN,2\n8,2026-01-05T10:00Z,3,2\n';
    expect(rowsOf(text).map((row) => row.split(' ').slice(2).join(' '))).toEqual([
      ...['likes=5', 'likes=1 views=2', 'views=2', 'likes=3 views=2'],
    ]);
    expect(asideOf(text)).toEqual([
      '3: is no finite number',
      '4: is no number',
      '5: is no finite number',
      '6: has no number at all',
    ]);
  });
});

describe('hostile files', () => {
  it('with the same name twice are refused where it is needed, and told where it is not', () => {
    expect(refused('id,id,created_at,likes\n1,2,2026-01-05T10:00Z,1\n')).toContain('has several columns "id"');
    expect(read('id,created_at,likes,views,views\n1,2026-01-05T10:00Z,1,2,3\n').notes.join()).toContain(
      'several columns have the name: views',
    );
  });

  it('with ids that a spreadsheet has rounded are told', () => {
    expect(asideOf('id,created_at,likes\n1.23E+15,2026-01-05T10:00Z,1\n5,2026-01-05T10:00Z,1\n')).toEqual([
      '2: is an id that a spreadsheet has rounded; export it again, and do not open it in between',
    ]);
  });

  it('with ids longer than any are told', () => {
    expect(asideOf(`id,created_at,likes\n${'9'.repeat(501)},2026-01-05T10:00Z,1\n5,2026-01-05T10:00Z,1\n`)).toEqual([
      '2: is longer than an id can be (500 letters)',
    ]);
  });

  it('with formulas, names of prototypes and letters that are none do no harm', () => {
    expect(rowsOf('id,created_at,likes\n"=1+1",2026-01-05T10:00Z,1\n')).toEqual(['id:=1+1 2026-01-05T10:00Z likes=1']);
    const json = '[{"id":"a","created_at":"2026-01-05T10:00Z","__proto__":{"likes":9},"constructor":4}]';
    expect(rowsOf(json)).toEqual(['id:a 2026-01-05T10:00Z __proto__.likes=9 constructor=4']);
    expect(({} as { likes?: number }).likes).toBeUndefined();
    expect(rowsOf('id,created_at,n\n1,2026-01-05T10:00Z,1\n', { map: { constructor: 'n' } })[0]).toContain(
      'constructor=1',
    );
    expect(asideOf('[{"id":"a\\u0000","created_at":"2026-01-05T10:00Z","likes":1}, 7]')).toEqual([
      '2: is no record',
      '1: holds a letter that no text has',
    ]);
    expect(asideOf('[{"id":"a","created_at":"2026-01-05T10:00Z","likes":1e400}]')).toEqual(['1: is no finite number']);
    expect(refused('[{"id":"a","likes":NaN}]')).toContain('is no JSON that can be read');
  });

  it('with a cell of 10 MB are refused as CSV, and read as JSON', () => {
    const long = 'x'.repeat(10_000_000);
    expect(refused(`id,created_at,text,likes\n1,2026-01-05T10:00Z,${long},1\n`)).toContain('MB');
    expect(rowsOf(JSON.stringify([{ created_at: '2026-01-05T10:00Z', text: long, likes: 1 }]))).toHaveLength(1);
  });

  it('without times, without numbers or with a column that is not there are refused', () => {
    expect(refused('id,likes\n1,2\n')).toContain('no column looks like the time of posting (columns: id, likes)');
    expect(refused('id,created_at\n1,2026-01-05T10:00Z\n')).toContain('has no column of numbers');
    expect(refused('id,created_at,likes\n', { map: { saves: 'lkes' } })).toContain('Maybe you meant "likes".');
  });
});
