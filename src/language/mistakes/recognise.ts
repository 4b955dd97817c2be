import {
  enumValue,
  fieldWithoutColon,
  fieldWithoutType,
  genericType,
  propertyWithColon,
  typeBody,
} from './fields.js';
import { kindBehindColon } from './kinds.js';
import type { Fault, Mistake, Recogniser } from './mistake.js';
import {
  importStatement,
  nameOfDeclaration,
  otherNotation,
  wordBeforeDeclaration,
} from './names.js';
import {
  chainedSteps,
  numberedStep,
  otherArrow,
  relationOutside,
  rolesWithoutComma,
  roundRoles,
} from './relations.js';
import { kindOfSubdomain } from './subdomain.js';
import { decimalComma, policyBehindComma, rateInWords, textWithoutQuotes } from './values.js';

/** In the order in which they are tried: what is more certain comes first. */
const recognisers: readonly Recogniser[] = [
  propertyWithColon,
  decimalComma,
  rateInWords,
  policyBehindComma,
  otherArrow,
  roundRoles,
  rolesWithoutComma,
  chainedSteps,
  relationOutside,
  numberedStep,
  genericType,
  typeBody,
  enumValue,
  kindOfSubdomain,
  kindBehindColon,
  nameOfDeclaration,
  importStatement,
  textWithoutQuotes,
  otherNotation,
  wordBeforeDeclaration,
  fieldWithoutType,
  fieldWithoutColon,
];

/** The mistake that explains why the parser stopped, if it is a known one. */
export function recognise(fault: Fault): Mistake | undefined {
  for (const recogniser of recognisers) {
    const mistake = recogniser(fault);
    if (mistake) return mistake;
  }
  return undefined;
}
