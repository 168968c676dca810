/** The groups over which the month is counted. A breakdown groups enterprises, or loans where the label belongs to a loan. */
import { LENDER_CLASSES, SECTORS, SETTINGS, SIZES, type WorldInput } from '../input.ts';

export const GROUP_DIMENSIONS = [
  'prefecture',
  'region',
  'setting',
  'sector',
  'size',
  'lender',
  'dataCoverage',
  'guaranteed',
  'insured',
  'creditFile',
  'firstLoan',
] as const;
export type GroupDimension = (typeof GROUP_DIMENSIONS)[number];

export interface Group {
  readonly dimension: 'province' | GroupDimension;
  readonly id: string;
  /** Of prefectures: whether gaps are measured from or to it. */
  readonly standing?: 'core' | 'periphery';
}

/** Labels of one dimension, in the order groups are counted. */
export function labelsOf(input: WorldInput, dimension: GroupDimension): readonly string[] {
  const { prefectures } = input.province;
  switch (dimension) {
    case 'prefecture':
      return prefectures.map((one) => one.code);
    case 'region':
      return [...new Set(prefectures.map((one) => one.region))];
    case 'setting':
      return SETTINGS;
    case 'sector':
      return SECTORS;
    case 'size':
      return SIZES;
    case 'lender':
      return LENDER_CLASSES;
    case 'dataCoverage':
      return ['none', 'partial', 'full'];
    default:
      return ['no', 'yes'];
  }
}

/** Province first, then every prefecture, then the labels of each further dimension asked for. */
export function groupsOf(input: WorldInput, dimensions: readonly GroupDimension[]): Group[] {
  const all = dimensions.filter((one) => one !== 'prefecture');
  return [
    { dimension: 'province', id: input.province.id },
    ...input.province.prefectures.map(({ code, core, periphery }): Group => {
      const standing = core ? 'core' : periphery ? 'periphery' : undefined;
      return { dimension: 'prefecture', id: code, ...(standing && { standing }) };
    }),
    ...all.flatMap((dimension) => labelsOf(input, dimension).map((id): Group => ({ dimension, id }))),
  ];
}
