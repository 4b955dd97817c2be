import { irregular } from './irregular.js';

/** Verbs that names of commands and operations often begin with. */
export const commonVerbs: ReadonlySet<string> = new Set([
  ...Object.keys(irregular),
  ...(
    'accept acknowledge activate add adjust allocate apply approve archive assign ' +
    'authorize authorise book calculate cancel capture change charge check close complete ' +
    'compute confirm create debit credit decline delete deliver deposit disable dispatch ' +
    'enable expire fail fetch finish fulfil fulfill generate grant import export inform ' +
    'initiate invite issue load lock merge modify move notify open order pack pick place ' +
    'post prepare process publish purchase receive refund register reject release remove ' +
    'rename renew replace request reserve restock return revoke schedule ship sign start ' +
    'stop store submit suspend sync terminate transfer trigger unlock update upload ' +
    'validate verify void set reset put split'
  ).split(' '),
]);
