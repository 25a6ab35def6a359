/** Where a mark stands in the coordinates of its drawing. */
export interface Box {
  /** The number of the mark. */
  readonly mark: number;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  /** For points and the corners of lines: the middle, and the colour. */
  readonly dot?: { readonly x: number; readonly y: number; readonly colour: string; readonly line: boolean };
  /** For a piece of a line between two corners of one mark. */
  readonly piece?: { readonly from: Point; readonly to: Point; readonly colour: string };
  /** A text beside the mark. */
  readonly text?: true;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** As much of Vega's scene graph as is read here. */
export interface SceneItem {
  readonly datum?: unknown;
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly bounds?: { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number };
  readonly fill?: unknown;
  readonly stroke?: unknown;
  readonly items?: readonly SceneMark[];
}

export interface SceneMark {
  readonly marktype: string;
  readonly role?: string;
  readonly items: readonly SceneItem[];
}

/** All places of numbered marks under a mark of the scene graph, text and bars of one number as separate boxes. */
export function boxesOf(mark: SceneMark, at: Point = { x: 0, y: 0 }): readonly Box[] {
  return mark.items.flatMap((item) => {
    if (mark.marktype === 'group') {
      const inner = { x: at.x + (item.x ?? 0), y: at.y + (item.y ?? 0) };
      return (item.items ?? []).flatMap((each) => boxesOf(each, inner));
    }
    const number = (item.datum as { _mark?: unknown } | undefined)?._mark;
    if (typeof number !== 'number') return [];
    return [boxOf(mark.marktype, item, number, at)];
  });
}

/** With the pieces between corners of one mark that follow each other on a line. */
export function withPieces(boxes: readonly Box[]): readonly Box[] {
  return boxes.flatMap((box, i) => {
    const [one, other] = [box.dot, boxes[i + 1]?.dot];
    if (!one?.line || !other?.line || boxes[i + 1]!.mark !== box.mark) return [box];
    const [x1, x2] = [Math.min(one.x, other.x), Math.max(one.x, other.x)];
    const [y1, y2] = [Math.min(one.y, other.y), Math.max(one.y, other.y)];
    return [box, { mark: box.mark, x1, x2, y1, y2, piece: { from: one, to: other, colour: one.colour } }];
  });
}

function boxOf(type: string, item: SceneItem, mark: number, at: Point): Box {
  const point = { x: at.x + (item.x ?? 0), y: at.y + (item.y ?? 0) };
  const line = type === 'line' || type === 'area';
  if (line || type === 'symbol') {
    const colour = String((line ? item.stroke : (item.fill ?? item.stroke)) ?? 'currentColor');
    const half = line ? 0 : 5;
    const sides = { x1: point.x - half, x2: point.x + half, y1: point.y - half, y2: point.y + half };
    return { mark, ...sides, dot: { ...point, colour, line } };
  }
  const { x1, y1, x2, y2 } = item.bounds ?? { x1: 0, y1: 0, x2: 0, y2: 0 };
  const sides = { x1: at.x + x1, y1: at.y + y1, x2: at.x + x2, y2: at.y + y2 };
  return type === 'text' ? { mark, ...sides, text: true } : { mark, ...sides };
}

// In pixels of the drawing: a hand is not steadier, and a bar is thinner than its row.
const REACH = 22;

/**
 * The mark at a point, or the nearest within reach; where names stand along an axis, the nearest row or column first. Of
 * several at one place, the smallest, then the one drawn last.
 */
export function nearest(boxes: readonly Box[], point: Point, names: 'x' | 'y' | null): number | null {
  let best: readonly [number, number, number] | null = null;
  let mark: number | null = null;
  for (const box of boxes) {
    const [dx, dy] = [outside(box.x1, box.x2, point.x), outside(box.y1, box.y2, point.y)];
    const far = box.piece === undefined ? Math.hypot(dx, dy) : fromPiece(box.piece, point);
    const row = names === 'x' ? dx : names === 'y' ? dy : far;
    const rank = [row, far, (box.x2 - box.x1) * (box.y2 - box.y1)] as const;
    if (row > REACH || (best !== null && !isBefore(rank, best))) continue;
    best = rank;
    mark = box.mark;
  }
  return mark;
}

/** How far a point is from a piece of a line. */
function fromPiece({ from, to }: { readonly from: Point; readonly to: Point }, { x, y }: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const long = dx * dx + dy * dy;
  const along = long === 0 ? 0 : Math.min(1, Math.max(0, ((x - from.x) * dx + (y - from.y) * dy) / long));
  return Math.hypot(x - from.x - along * dx, y - from.y - along * dy);
}

const outside = (least: number, most: number, value: number): number => Math.max(least - value, 0, value - most);

/** Whether one rank is before another, or the same. */
function isBefore(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((value, i) => value !== other[i]);
  return at === -1 || one[at]! < other[at]!;
}

/** A range of a drawing; without a side, it is open there. */
export interface Range {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** The marks that a range touches: of points, those whose middle is in it. */
export function within(boxes: readonly Box[], range: Range): ReadonlySet<number> {
  const inside = boxes.filter(
    ({ x1, y1, x2, y2 }) => x1 <= range.x2 && x2 >= range.x1 && y1 <= range.y2 && y2 >= range.y1,
  );
  return new Set(inside.filter(({ dot }) => dot === undefined || holds(range, dot)).map(({ mark }) => mark));
}

const holds = (range: Range, { x, y }: Point): boolean =>
  x >= range.x1 && x <= range.x2 && y >= range.y1 && y <= range.y2;

/** The place of a mark as one box, without the texts beside it. */
export function wholeBox(boxes: readonly Box[], mark: number): Range | null {
  const all = boxes.filter((box) => box.mark === mark);
  const drawn = all.filter(({ text }) => !text);
  const own = drawn.length > 0 ? drawn : all;
  if (own.length === 0) return null;
  return {
    x1: Math.min(...own.map(({ x1 }) => x1)),
    y1: Math.min(...own.map(({ y1 }) => y1)),
    x2: Math.max(...own.map(({ x2 }) => x2)),
    y2: Math.max(...own.map(({ y2 }) => y2)),
  };
}
