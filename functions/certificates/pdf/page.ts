/** A4 landscape in points, and the height where the ornament under the title sits. */
export const page = { width: 841.89, height: 595.28, dividerY: 366 } as const;
