/** Something that is still being put together. */
export type Growing<E> = E extends unknown ? { -readonly [P in keyof E]: E[P] } : never;
