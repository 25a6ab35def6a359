import { nearest } from '../../problems/nearest.ts';
import { type Place, Refusal } from '../../problems/problem.ts';
import { cut } from '../../tables/problems.ts';
import { quoted } from '../../text/visible.ts';

/** A file whose kind cannot be told from its content. */
export const noSchedule = (file: string): Refusal =>
  refuse(
    { file },
    'holds no schedule',
    'Maybe a list of objects is meant, one a row, or the file of a published version.',
  );

/** A JSON file that is not JSON. */
export const noJson = (file: string, why: string): Refusal =>
  refuse({ file }, `is not JSON: ${cut(why)}`, 'Maybe it was cut short, or a comma is missing.');

/** A run or version of another kind. */
export const otherKind = (file: string, kind: string, wanted: string): Refusal =>
  refuse(
    { file },
    `is of the kind ${kind}, and the scenario of the kind ${wanted}`,
    `Maybe name a schedule of the kind ${wanted}.`,
  );

/** A run that found no schedule. */
export const noRows = (file: string, status: string): Refusal =>
  refuse({ file }, `holds no schedule: the run is ${status}`, 'Maybe name another run.');

/** A CSV file without a header. */
export const empty = (file: string, columns: readonly string[]): Refusal =>
  refuse(
    { file, line: 1, column: 1 },
    `the file is empty; a header is needed with the columns ${columns.join(', ')}`,
    'Maybe it was saved before it was filled.',
  );

/** Lines that no reader of CSV can take apart. */
export const unreadable = (
  file: string,
  lines: readonly { readonly line: number; readonly reason: string; readonly value: string }[],
) =>
  new Refusal(
    lines.map(({ line, reason, value }) => {
      const [message = reason, maybe] = reason.split(' Maybe ');
      return {
        message: message.replace(/\.$/, ''),
        place: { file, line, column: 1, source: value },
        ...(maybe !== undefined && { maybe: `Maybe ${maybe}` }),
      };
    }),
  );

/** A number of a program that holds more digits than a number can. */
export const tooLong = (field: string, value: unknown): Refusal =>
  refuse(
    { file: 'rows' },
    `${field} is ${String(value)}, a number of more digits than a number holds`,
    `Maybe give it as text: {${field}: '…'}.`,
  );

/** A column that no header names. */
export function noColumn(
  place: Place,
  field: string,
  accepted: readonly string[],
  header: readonly string[],
): Refusal['problems'][number] {
  const strange = header.filter((name) => name !== '');
  const close = nearest(field, strange);
  const also = accepted.filter((name) => name !== field).map((name) => `"${name}"`);
  const others = also.length === 0 ? '' : ` It may also be called ${also.join(' or ')}.`;
  const maybe =
    /[;\t]/.test(header[0] ?? '') && header.length === 1
      ? 'Maybe the cells are separated by semicolons or tabs; commas are needed.'
      : close === undefined
        ? `Maybe it has another name here (the header holds: ${cut(strange.join(', '), 120)}).${others}`
        : `Maybe "${cut(close, 40)}" is meant to be "${field}".${others}`;
  return { message: `no column "${field}" in the schedule`, place, maybe };
}

/** Two columns for one field. */
export const twice = (place: Place, field: string, first: string, second: string): Refusal['problems'][number] => ({
  message:
    first === second
      ? `the column "${cut(first, 40)}" is named twice`
      : `"${cut(first, 40)}" and "${cut(second, 40)}" both name the column "${field}"`,
  place,
  maybe: 'Maybe delete or rename one of them.',
});

/** What is odd about a cell or a row, as a finding says it. */
export const findingTexts = {
  none: (label: string) => `has no ${label}`,
  unknown: (label: string, value: string, close: string | undefined) =>
    `there is no ${label} ${quoted(value)} in the tables${close === undefined ? '' : `; maybe ${close} is meant`}`,
  several: (label: string, value: string, ids: readonly string[]) =>
    `${quoted(value)} is the name of several: ${label} ${ids.slice(0, 5).join(', ')}${ids.length > 5 ? ', …' : ''}`,
  otherName: (id: string, theirs: string, own: string) =>
    `${id} is called ${quoted(own)} in the tables, and ${quoted(theirs)} here`,
  unread: (label: string, reason: string) => `${label}: ${reason}`,
  repeated: (line: number, counts: string) => `says the same as ${counts} ${line}`,
  ragged: (cells: number, header: number) =>
    `has ${cells} cells, and the header has ${header}; maybe a comma in a value is not quoted`,
} as const;

function refuse(place: Place, message: string, maybe: string): Refusal {
  return new Refusal([{ message, place, maybe }]);
}
