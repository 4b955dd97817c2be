/**
 * From here on, this process and those that it starts put what is temporary into a folder of
 * their own; the answer removes it.
 */
export function ownTemporaryFolder(): () => void;
