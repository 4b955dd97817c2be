import {
  actionInOtherWords,
  kindOfRelation,
  missingArrow,
  rolesBehind,
  textBehindColon,
  wordBeforeArrow,
} from './arrows.js';
import {
  blockAround,
  dependency,
  fillerWord,
  listWithoutComma,
  quotedName,
} from './collaborations.js';
import {
  enumValue,
  fieldWithoutColon,
  fieldWithoutType,
  genericType,
  propertyWithColon,
  typeBody,
} from './fields.js';
import { kindBehindColon } from './kinds.js';
import {
  bareVersion,
  constraintWithColon,
  flagWithValue,
  missingComma,
  optionalItems,
  quotedWord,
  squareBrackets,
  typeBehindBar,
} from './marks.js';
import type { Fault, Mistake, Recogniser } from './mistake.js';
import {
  importStatement,
  nameOfDeclaration,
  nameOfSeveralWords,
  otherNotation,
  wordBeforeDeclaration,
} from './names.js';
import {
  chainedSteps,
  numberedStep,
  otherArrow,
  relationOutside,
  rolesInFront,
  rolesWithoutComma,
  roundRoles,
} from './relations.js';
import {
  callWithParentheses,
  methodInCapitals,
  resultBehindArrow,
  resultWithoutColon,
  returnsResult,
  operationWithoutBeginning,
  throwsError,
  typeBeforeParameter,
} from './operations.js';
import {
  bareHeader,
  operationWithoutParentheses,
  optionalInFront,
  resultInOtherWords,
} from './parameters.js';
import {
  bareArgument,
  behindDeclaration,
  colonTooMany,
  propertyWithOperator,
  subdomainWithoutKeyword,
  unitApart,
  viewWithoutInclude,
} from './statements.js';
import { kindOfSubdomain } from './subdomain.js';
import {
  bareConstraint,
  definedByColon,
  fieldAlone,
  fieldsInParentheses,
  listInBrackets,
  listOf,
  optionalName,
  quotedType,
  quotedValue,
  rootEntity,
  typeBeforeField,
} from './types.js';
import { unitInWords } from './units.js';
import { decimalComma, policyBehindComma, rateInWords, textWithoutQuotes } from './values.js';

/** In the order in which they are tried: what is more certain comes first. */
const recognisers: readonly Recogniser[] = [
  constraintWithColon,
  operationWithoutParentheses,
  propertyWithColon,
  propertyWithOperator,
  unitApart,
  unitInWords,
  decimalComma,
  bareVersion,
  flagWithValue,
  rateInWords,
  policyBehindComma,
  otherArrow,
  dependency,
  resultBehindArrow,
  callWithParentheses,
  rolesBehind,
  rolesInFront,
  squareBrackets,
  textBehindColon,
  kindOfRelation,
  roundRoles,
  rolesWithoutComma,
  actionInOtherWords,
  wordBeforeArrow,
  missingArrow,
  chainedSteps,
  relationOutside,
  numberedStep,
  genericType,
  listInBrackets,
  listOf,
  optionalInFront,
  optionalItems,
  typeBehindBar,
  optionalName,
  quotedType,
  quotedWord,
  bareHeader,
  resultInOtherWords,
  missingComma,
  definedByColon,
  typeBody,
  enumValue,
  quotedValue,
  rootEntity,
  kindOfSubdomain,
  subdomainWithoutKeyword,
  kindBehindColon,
  nameOfDeclaration,
  nameOfSeveralWords,
  blockAround,
  bareArgument,
  quotedName,
  colonTooMany,
  behindDeclaration,
  viewWithoutInclude,
  methodInCapitals,
  throwsError,
  returnsResult,
  resultWithoutColon,
  operationWithoutBeginning,
  typeBeforeParameter,
  fillerWord,
  listWithoutComma,
  fieldsInParentheses,
  bareConstraint,
  importStatement,
  textWithoutQuotes,
  otherNotation,
  wordBeforeDeclaration,
  fieldWithoutType,
  fieldWithoutColon,
  typeBeforeField,
  fieldAlone,
];

/** The mistake that explains why the parser stopped, if it is a known one. */
export function recognise(fault: Fault): Mistake | undefined {
  for (const recogniser of recognisers) {
    const mistake = recogniser(fault);
    if (mistake) return mistake;
  }
  return undefined;
}
