/** The week that the sample is made for; everything in it is dated from here. */
export const SAMPLE_WEEK = '2025-09-22';
export const MAIN_OFFICE = 'Los Angeles';

/** An office, and how many vehicles and partners the sample gives it: 858 and 744 in all. */
export interface Office {
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly vehicles: number;
  readonly partners: number;
  readonly slots: number;
}

const office = (
  name: string,
  latitude: number,
  longitude: number,
  counts: readonly [number, number, number],
): Office => {
  const [vehicles, partners, slots] = counts;
  return { name, latitude, longitude, vehicles, partners, slots };
};

export const OFFICES: readonly Office[] = [
  office(MAIN_OFFICE, 34.0522, -118.2437, [226, 202, 15]),
  office('Atlanta', 33.749, -84.388, [58, 49, 12]),
  office('Boston', 42.3601, -71.0589, [48, 42, 10]),
  office('Chicago', 41.8781, -87.6298, [62, 53, 12]),
  office('Dallas', 32.7767, -96.797, [56, 47, 12]),
  office('Denver', 39.7392, -104.9903, [44, 38, 10]),
  office('Detroit', 42.3314, -83.0458, [46, 40, 10]),
  office('Houston', 29.7604, -95.3698, [30, 26, 8]),
  office('Miami', 25.7617, -80.1918, [40, 34, 8]),
  office('Nashville', 36.1627, -86.7816, [22, 19, 6]),
  office('New York', 40.7128, -74.006, [78, 67, 15]),
  office('Phoenix', 33.4484, -112.074, [28, 24, 6]),
  office('San Francisco', 37.7749, -122.4194, [64, 55, 12]),
  office('Seattle', 47.6062, -122.3321, [30, 26, 8]),
  office('Washington', 38.9072, -77.0369, [26, 22, 6]),
];

/**
 * A make of the Los Angeles fleet: vehicles free all week, vehicles occupied, and partners approved for it. Free
 * vehicles times partners, summed, are the 12,219 vehicle-partner pairs of a real week.
 */
export interface FleetMake {
  readonly make: string;
  readonly free: number;
  readonly occupied: number;
  readonly approved: number;
}

const fleetMake = (make: string, free: number, occupied: number, approved: number): FleetMake => ({
  ...{ make, free, occupied, approved },
});

export const FLEET_MAKES: readonly FleetMake[] = [
  fleetMake('Toyota', 25, 5, 93),
  fleetMake('Hyundai', 23, 4, 89),
  fleetMake('Mazda', 20, 3, 85),
  fleetMake('Audi', 21, 3, 79),
  fleetMake('Volvo', 15, 2, 86),
  fleetMake('Volkswagen', 20, 3, 60),
  fleetMake('Genesis', 8, 1, 79),
  fleetMake('Lexus', 7, 1, 83),
  fleetMake('Bentley', 33, 4, 12),
  fleetMake('Maserati', 5, 1, 55),
  fleetMake('Polestar', 19, 3, 6),
];

/** Makes that other offices have and Los Angeles has not. */
export const ELSEWHERE_MAKES: readonly string[] = ['Honda', 'Kia', 'Nissan', 'Subaru'];
export const ALL_MAKES: readonly string[] = [...FLEET_MAKES.map(({ make }) => make), ...ELSEWHERE_MAKES];

/** Models of a make. Six end in a space, as real feeds have it; readers must not take them for other models. */
export const MODELS: ReadonlyMap<string, readonly string[]> = new Map([
  ['Toyota', ['Camry', 'Corolla Hybrid', 'Crown Signia', 'Grand Highlander', 'RAV4 Prime', 'Tacoma ']],
  ['Hyundai', ['Ioniq 5', 'Palisade', 'Santa Fe Hybrid ', 'Sonata', 'Tucson']],
  ['Mazda', ['CX-50', 'CX-70', 'CX-90 PHEV', 'Mazda3', 'MX-5 Miata ']],
  ['Audi', ['A3', 'A5 Sportback', 'Q4 e-tron ', 'Q6 e-tron', 'SQ5']],
  ['Volvo', ['EX30', 'V60 Cross Country ', 'XC60 Recharge', 'XC90']],
  ['Volkswagen', ['Atlas', 'Golf GTI', 'ID. Buzz', 'Jetta', 'Taos ']],
  ['Genesis', ['G70', 'GV60', 'GV80 Coupe']],
  ['Lexus', ['NX 450h+', 'RX 500h', 'TX 350']],
  ['Bentley', ['Bentayga', 'Continental GT', 'Continental GTC', 'Flying Spur']],
  ['Maserati', ['GranTurismo', 'Grecale', 'MC20']],
  ['Polestar', ['Polestar 2', 'Polestar 3', 'Polestar 4']],
  ['Honda', ['Accord', 'CR-V', 'Prologue']],
  ['Kia', ['EV9', 'K5', 'Telluride']],
  ['Nissan', ['Ariya', 'Rogue', 'Z']],
  ['Subaru', ['Crosstrek', 'Outback', 'WRX']],
]);

export const FIRST_NAMES: readonly string[] = [
  ...['Abel', 'Adira', 'Alma', 'Anselm', 'Arlo', 'Beatriz', 'Bram', 'Calla', 'Cedric', 'Cleo', 'Dario', 'Delphine'],
  ...['Edda', 'Elio', 'Esme', 'Fabian', 'Farah', 'Greta', 'Hana', 'Hollis', 'Ilse', 'Imani', 'Ivo', 'Jorah', 'Juno'],
  ...['Kaito', 'Kerensa', 'Lars', 'Leora', 'Linus', 'Maren', 'Milo', 'Nadia', 'Niko', 'Odile', 'Orin', 'Petra'],
  ...['Quill', 'Rafa', 'Runa', 'Sabine', 'Soren', 'Tamsin', 'Theo', 'Una', 'Vera', 'Wendell', 'Yara', 'Zane', 'Zora'],
];

export const LAST_NAMES: readonly string[] = [
  ...['Abernook', 'Ashdale', 'Barrowick', 'Bellhaven', 'Birchard', 'Brightwater', 'Calloway-Fenn', 'Copperfen'],
  ...['Dunmarrow', 'Eastlake', 'Elderquist', 'Fairbourne', 'Fenwillow', 'Glasswick', 'Greymoor', 'Hartsough'],
  ...['Hollowell', 'Ironwood', 'Jasperson', 'Kestrelman', 'Kingsfold', 'Larkmead', 'Lindenmuth', 'Marchbanksen'],
  ...['Merriweth', 'Nightsedge', 'Northcray', 'Oakhurstner', 'Pennyfarrow', 'Quillmore', 'Ravensby', 'Rookwell'],
  ...['Saltmarsh', 'Sedgwicke', 'Silverlock', 'Stonebrook', 'Thistlewood', 'Tidewell', 'Underhay', 'Valecroft'],
  ...['Wainscott', 'Westerlund', 'Whitlowe', 'Windermoor', 'Wrenfield', 'Yarrowby', 'Zephyrson', "O'Marrow"],
];

export const OUTLET_PLACES: readonly string[] = [
  ...['Copperline', 'Dovetail', 'Emberfield', 'Foxglove', 'Gullwing Row', 'Harborstone', 'Juniper Row', 'Kettle Creek'],
  ...['Larkfield', 'Mossgate', 'Nettlebank', 'Overlook', 'Pebble Quay', 'Quillstone', 'Rivermark', 'Saltgrass'],
];
export const OUTLET_KINDS: readonly string[] = [
  ...['Motoring', 'Weekly', 'Garage Notes', 'Drives', 'Dispatch', 'Review', 'Road Letter', 'Family Wheels'],
];

export const COLORS: readonly string[] = ['Black', 'Blue', 'Gray', 'Green', 'Orange', 'Red', 'Silver', 'White'];
