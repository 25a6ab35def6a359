/**
 * One colour a run, the same in every chart and table of a comparison. Each stands out from light and dark paper alike
 * (3 : 1 at the least) and carries white text (4.5 : 1), so that none has to change with the screen. Twenty can be told
 * apart at a pinch; beyond that, and for those who see colours otherwise, the letter beside each decides.
 */
export const COLOURS = [
  ...['#4572b5', '#b34d09', '#078807', '#9541aa', '#bd2846', '#078372', '#855f32', '#df0c8a', '#496979', '#667406'],
  ...['#960df2', '#2f63f4', '#9f607d', '#e90c0c', '#586c41', '#cb0bcb', '#06793c', '#5c5cc1', '#b9468b', '#853dd6'],
] as const;

/** The colour of the run at a place of the comparison. */
export const colourOf = (index: number): string => COLOURS[index % COLOURS.length]!;

/** The class of the run's chip, and the rules that paint all of them. */
export const chipOf = (index: number): string => `c${index % COLOURS.length}`;
export const CHIPS: string = COLOURS.map((colour, index) => `.chip.c${index} { background: ${colour}; }`).join('\n');
