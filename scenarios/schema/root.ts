/** Where scenarios start: the status quo of each province. */

export const ROOT_PRESET = 'baseline';
/** The status quo of a province: `baseline` for Hunan, the province's own name elsewhere. */
export const rootOf = (province: string): string => (province === 'hunan' ? ROOT_PRESET : province);
