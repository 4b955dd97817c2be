/** Commands that write contracts, read git or run a process. Menus leave them out in a browser. */
export const needsDisk = [
  'archivolt.import',
  'archivolt.generateContracts',
  'archivolt.goToContract',
  'archivolt.reviewChanges',
  'archivolt.goToChange',
  'archivolt.approveChange',
] as const;
