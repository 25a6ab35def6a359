/** Where a label stands beside its point: how it is aligned, and how far from it, in pixels. */
export interface Side {
  readonly align: 'left' | 'right' | 'center';
  readonly dx: number;
  readonly dy: number;
}

/** A point of a chart with the name that belongs beside it; without one, it is only in the way of others. */
export interface Labelled {
  readonly x: number;
  readonly y: number;
  readonly label: string;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The room of a chart, in pixels, and how far its points stay from its edges. */
interface Room {
  readonly width: number;
  readonly height: number;
  readonly padding: number;
}

const SIDES: readonly Side[] = [
  { align: 'left', dx: 9, dy: -7 },
  { align: 'left', dx: 10, dy: 1 },
  { align: 'right', dx: -9, dy: -7 },
  { align: 'right', dx: -9, dy: 9 },
  { align: 'left', dx: 9, dy: 9 },
  { align: 'right', dx: -10, dy: 1 },
  { align: 'center', dx: 0, dy: -14 },
  { align: 'center', dx: 0, dy: 16 },
];

// Pixels at the size of letters that charts have.
const CHAR = 6.8;
const HALF_LINE = 8;
const DOT = 5;

/**
 * A side for the label of each point so that it covers no other label, no point and not the line that joins them; `null`
 * where there is no such side: there the label is left out rather than drawn over another.
 *
 * @example
 * const room = { width: 300, height: 200, padding: 20 };
 * labelSides([{ x: 0, y: 9, label: 'rank 1' }, { x: 5, y: 1, label: 'rank 2' }], room)[0] // { align: 'left', dx: 9, dy: -7 }
 */
export function labelSides(points: readonly Labelled[], room: Room): readonly (Side | null)[] {
  const placed = pixelsOf(points, room);
  const dots = placed.map(({ x, y }) => around(x, y, DOT));
  const line = lineThrough(placed.filter((_, index) => points[index]!.label !== ''));
  const labels: Box[] = [];
  return placed.map(({ x, y }, index) => {
    const { label } = points[index]!;
    if (label === '') return null;
    const others = dots.filter((dot) => !overlap(dot, around(x, y, 1)));
    const free = SIDES.map((side) => ({ side, box: boxOf(side, x, y, label) })).filter(
      ({ box }) => isInside(box, room) && ![...labels, ...others].some((other) => overlap(other, box)),
    );
    const best = free.find(({ box }) => !line.some((dot) => overlap(dot, box))) ?? free[0];
    if (best) labels.push(best.box);
    return best?.side ?? null;
  });
}

/** Places as the chart draws them: from edge to edge, less the padding. */
function pixelsOf(points: readonly Labelled[], { width, height, padding }: Room) {
  const place = (values: readonly number[], length: number) => {
    const [least, most] = [Math.min(...values), Math.max(...values)];
    return values.map((value) =>
      most === least ? length / 2 : padding + ((value - least) / (most - least)) * (length - 2 * padding),
    );
  };
  const across = place(
    points.map(({ x }) => x),
    width,
  );
  const up = place(
    points.map(({ y }) => y),
    height,
  );
  return points.map((_, index) => ({ x: across[index]!, y: height - up[index]! }));
}

/** The line from point to point as a row of small boxes. */
function lineThrough(points: readonly { readonly x: number; readonly y: number }[]): readonly Box[] {
  const sorted = points.toSorted((a, b) => a.x - b.x);
  return sorted.slice(1).flatMap((to, index) => {
    const from = sorted[index]!;
    const steps = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 4);
    return Array.from({ length: steps }, (_, step) =>
      around(from.x + ((to.x - from.x) * step) / steps, from.y + ((to.y - from.y) * step) / steps, 1),
    );
  });
}

const around = (x: number, y: number, by: number): Box => ({
  left: x - by,
  right: x + by,
  top: y - by,
  bottom: y + by,
});

function boxOf({ align, dx, dy }: Side, x: number, y: number, label: string): Box {
  const width = [...label].length * CHAR;
  const left = x + dx - (align === 'left' ? 0 : align === 'right' ? width : width / 2);
  return { left, right: left + width, top: y + dy - HALF_LINE, bottom: y + dy + HALF_LINE };
}

const isInside = ({ left, right, top, bottom }: Box, { width, height }: Room): boolean =>
  left >= 2 && right <= width && top >= -4 && bottom <= height - 2;

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
