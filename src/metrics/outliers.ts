/** Population from which on mean and deviation say something. */
const enough = 5;

/**
 * The limit above which a figure is out of line: the absolute limit, or the mean plus two standard
 * deviations (of the population) where that is higher. With fewer than five figures the absolute
 * limit alone. The test is MSANose's (Walker, Das, Cerny, 2020).
 */
export function outlierLimit(absolute: number, figures: readonly number[]): number {
  const count = figures.length;
  if (count < enough) return absolute;
  const mean = figures.reduce((sum, figure) => sum + figure, 0) / count;
  const variance = figures.reduce((sum, figure) => sum + (figure - mean) ** 2, 0) / count;
  return Math.max(absolute, mean + 2 * Math.sqrt(variance));
}
