/** Which revision a map shows: as it was, as it is, or both with what changed marked. */
export type MapSide = 'before' | 'after' | 'both';
export const mapSides: readonly MapSide[] = ['before', 'both', 'after'];
