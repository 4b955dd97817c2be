/** Room around a picture, above it for the title, and below it for the legend; in pixels. */
export const frame = { margin: 28, title: 52, legend: 58 } as const;
