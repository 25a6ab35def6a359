// What the prices of limits offer.

export type { Price } from './price.ts';
export { priceList } from './prices.ts';
export { priceTable, priceText } from './words.ts';
