/** The patterns of a scenario that writes none: one long meeting, or equal ones on days that belong together. */
export const USUAL_PATTERNS: Record<string, string[][]> = {
  6: [
    ['mon:6'],
    ['tue:6'],
    ['wed:6'],
    ['thu:6'],
    ['fri:6'],
    ['tue:3', 'thu:3'],
    ['mon:3', 'wed:3'],
    ['mon:2', 'wed:2', 'fri:2'],
  ],
  4: [
    ['tue:2', 'thu:2'],
    ['mon:2', 'wed:2'],
  ],
};
