import type { Datum } from '../page.ts';

/** A Vega-Lite spec, or a part of one, as JSON. */
export type Spec = Record<string, unknown>;

/** Pixels: a page column, and a telephone's. Text keeps its size, so each width is a drawing of its own. */
const WIDTHS = { wide: 900, narrow: 340 } as const;

/** The screen that a drawing is meant for. */
export type Size = keyof typeof WIDTHS | 'any';

// On a telephone the names stand above their bars: beside them they would leave the bars no room.
const LABEL_ROOM = 18;

/** `"width": "container"` in a spec means as wide as the page; a spec with a width of its own suits every screen. */
export function isFluid(spec: Spec): boolean {
  return spec.width === 'container';
}

/** Width and height of a spec for a size of screen. */
export function fitted(spec: Spec, size: Size): Spec {
  const autosize = { type: 'fit-x', contains: 'padding' };
  if (size === 'any') return { width: spec.width, autosize };
  const step = (spec.height as { step?: number } | undefined)?.step;
  const height = size === 'narrow' && step !== undefined ? { step: step + LABEL_ROOM } : spec.height;
  return { width: WIDTHS[size], height, autosize, ...(size === 'narrow' ? wordsAbove(spec) : {}) };
}

/**
 * On a telephone the words of a bar stand at the right of the line of its name, where a spec asks for it by
 * `"usermeta": {"words": "above"}`: behind the bars, long words would leave these no room.
 */
function wordsAbove({ usermeta, layer }: Spec): Spec {
  if ((usermeta as Spec | undefined)?.words !== 'above') return {};
  return {
    layer: (layer as readonly Spec[]).map(({ mark, encoding, ...rest }) => {
      const words = (mark as Spec).type === 'text';
      if (!words) return { ...rest, mark, encoding };
      const place = { align: 'right', dx: 0, dy: -LABEL_ROOM };
      return {
        ...rest,
        mark: { ...(mark as Spec), ...place },
        encoding: { ...(encoding as Spec), x: { value: 'width' } },
      };
    }),
  };
}

// Vega, without a canvas, takes every character for 0.8 em wide; most are nearer half of one. Its own layout would push
// the bars far to the right, so names stand at a left edge of our own reckoning, in line with captions and tables.
const VEGA_CHAR = 10.4;
const LONGEST = { wide: 42, narrow: 36 } as const;

/** The theme with the names of the rows, their `label`, placed for a size of screen. */
export function themed(theme: Spec, size: Size, rows: readonly Datum[]): Spec {
  if (size === 'any') return theme;
  const labels = rows.map((row) => String(row.label ?? ''));
  const room = labels.reduce((most, label) => Math.max(most, widthOf(label.slice(0, LONGEST[size]))), 0);
  const place = size === 'wide' ? { labelPadding: room + 14 } : { labelPadding: 0, labelOffset: -LABEL_ROOM };
  const names = { labelAlign: 'left', labelLimit: Math.ceil(LONGEST[size] * VEGA_CHAR), ...place };
  return { ...theme, axisY: { ...(theme.axisY as Spec), ...names } };
}

// In pixels, of Arial and its like at the size of the theme: capitals are the wide ones.
function widthOf(label: string): number {
  return Math.ceil([...label].reduce((sum, char) => sum + (/[\p{Lu}%&@]/u.test(char) ? 9.4 : 6.9), 0));
}
