/** An arrow for the direction of a difference; direction is never told by colour alone. */
export const ICON_OF = (difference: number): string => (difference > 0 ? '▲ ' : difference < 0 ? '▼ ' : '');
