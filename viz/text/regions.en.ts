/** Texts of the view Regions. */
import type { Words } from './index.ts';
import type { regionsZh } from './regions.zh.ts';

export const regionsEn: Pick<Words, keyof typeof regionsZh> = {
  viewRegions: 'Regions',
  mapKind: 'Map',
  mapTiles: 'Tiles',
  mapOutline: 'Outline',
  officialMap: 'Use an official map',
  officialMapNote:
    'Open an official map file (GeoJSON, matched on administrative codes) and give its map approval number, which is then printed in the figure and in exports. The file does not leave this page and has to be opened again after it was left.',
  approvalNumber: 'Map approval number',
  approvalExample: 'for example GS(2024)0650',
  openMap: 'Open map file…',
  mapFaultNotGeoJson: 'it is not GeoJSON (a FeatureCollection).',
  mapFaultMissing: (names) => `it lacks these prefectures, looked for by their codes: ${names}.`,
  mapFaultNoApproval: 'give its approval number first.',
  mapRefused: (why) => `The map was not used: ${why}`,
  mapUsed: 'The map is in use; every prefecture was found in it.',
  schematicAgain: 'Back to the schematic map',
  outlineSubtitle: (what, month) => `${what}, ${month}; schematic, not a boundary reference`,
  outlineApproved: (what, month, approval) => `${what}, ${month}; map approval number ${approval}`,
  dumbbellTitle: (beyond, total, most, change) =>
    beyond
      ? `${beyond} of ${total} prefectures change beyond chance, ${most} most (${change})`
      : `None of the ${total} prefectures changes beyond chance`,
  dumbbellSame: (high, highest, low, lowest) => `${high} is highest (${highest}), ${low} lowest (${lowest})`,
  dumbbellSubtitle: (what, month) =>
    `${what}, ${month}, in official code order; dashed: may be chance, all places taken together`,
  slopeTitle: (up, total, most, change) =>
    `${up} of ${total} prefectures rise, ${most} changes most (${change})`,
  slopeSubtitle: (what, scenario, from, to) =>
    `${what}, ${scenario}, ${from} to ${to}; solid rises, dashed falls`,
  multiplesTitle: (spreadFrom, spreadTo) =>
    `The spread between prefectures goes from ${spreadFrom} to ${spreadTo}`,
  multiplesSubtitle: (what, from, to) =>
    `${what}, ${from} to ${to}, placed as on the tile map, one scale; at the top right the last level`,
  gapHeading: 'Gap between regions',
  gapPicker: 'Gap measured by',
  regionsLead: 'Who gains, who lags? The chosen indicator, prefecture by prefecture.',
};
