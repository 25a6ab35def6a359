/** The week that the sample is made for, Monday to Sunday; clocks go forward on its Sunday. */
export const SAMPLE_DAYS: readonly string[] = [
  ...['2025-03-03', '2025-03-04', '2025-03-05', '2025-03-06', '2025-03-07', '2025-03-08', '2025-03-09'],
];

/** The offset of New York from UTC on a day of the sample week, at any time of day after two in the morning. */
export const offsetOn = (date: string): string => (date < '2025-03-09' ? '-05:00' : '-04:00');

/** An advertiser, the group that owns it, and what it sells. */
export interface Advertiser {
  readonly id: string;
  readonly parent: string;
  readonly category: string;
}

/** Who sells what. A name after a slash is the group that owns the advertiser. */
const MARKETS: Readonly<Record<string, readonly string[]>> = {
  auto: [
    'Halden Motors',
    'Verano Cars / Corvane Group',
    'Corvane Trucks / Corvane Group',
    'Ostrel',
    'Pinnard Electric',
  ],
  beer: ['Old Quarry Lager', 'Brackwater Ale / Tidemark Drinks', 'Tidemark Light / Tidemark Drinks', 'Fennhop'],
  bank: ['First Alder Bank', 'Quillon Savings', 'Harrowgate Credit', 'Moneta Direct'],
  telecom: ['Larkline', 'Nuvio Mobile', 'Brightfibre', 'Callisto Wireless / Nuvio Mobile'],
  insurance: ['Shelterwell', 'Gable Mutual', 'Norrland Cover'],
  grocery: ['Meadowbasket', 'Pantry Lane', 'Greengate Markets', 'Oatfield Foods'],
  restaurant: ['Bluebird Diner', 'Tortuga Grill', 'Panini Row', 'Saffron House'],
  pharma: ['Calmora', 'Restwell', 'Vitalune'],
  travel: ['Skylark Air', 'Harbour Cruises', 'Innsby Hotels', 'Trailhead Tours'],
  streaming: ['Lumiere Plus', 'Foxglove Films', 'Kitebox'],
  retail: ['Dunmore Stores', 'Thimble and Co', 'Northloom', 'Silverbirch Shoes', 'Attic Finds'],
  home: ['Timberline Tools', 'Hearthstone Homes', 'Cobalt Paints', 'Drapery Lane'],
  drinks: ['Zestra', 'Cold Spring Cola', 'Mintleaf Tea'],
  beauty: ['Rosalind', 'Amberglow', 'Velvet Comb'],
  pets: ['Wagtail', 'Purrfield'],
  toys: ['Tumbledown Toys', 'Brickaby'],
  education: ['Ashgrove College', 'Lingua Direct'],
  charity: ['Rivers for All'],
};

/** Sixty invented advertisers. */
export const ADVERTISERS: readonly Advertiser[] = Object.entries(MARKETS).flatMap(([category, names]) =>
  names.map((name) => {
    const [id = name, parent = id] = name.split(' / ');
    return { id, parent, category };
  }),
);

/** A stretch of the broadcast day. */
export interface Block {
  readonly id: string;
  readonly tags: string;
  /** Minutes of the day at which it begins. */
  readonly from: number;
}

export const BLOCKS: readonly Block[] = [
  { id: 'Morning show', tags: 'live', from: 360 },
  { id: 'Cartoon hour', tags: 'children', from: 540 },
  { id: 'Talk of the day', tags: 'talk', from: 660 },
  { id: 'Afternoon film', tags: 'film', from: 840 },
  { id: 'Early news', tags: 'news;live', from: 1080 },
  { id: 'Comedy', tags: 'comedy', from: 1170 },
  { id: 'Drama', tags: 'drama', from: 1230 },
  { id: 'Late film', tags: 'film', from: 1320 },
  { id: 'Late news', tags: 'news;live', from: 1380 },
];

/** The block on air at a minute of the day. */
export function blockAt(minutes: number): Block {
  return BLOCKS.findLast(({ from }) => from <= minutes) ?? (BLOCKS[0] as Block);
}
