import type { Case } from './case.js';
import { ageCases } from './cases/age.js';
import { amountCases } from './cases/amounts.js';
import { combinationCases } from './cases/combinations.js';
import { consentCases } from './cases/consent.js';
import { historyCases } from './cases/history.js';
import { offenceCases } from './cases/offence.js';
import { procedureCases } from './cases/procedure.js';
import { referrerCases } from './cases/referrer.js';
import { unknownCases } from './cases/unknown.js';

/** Every golden case, in the order of the golden file. */
export const cases: readonly Case[] = [
  ...ageCases,
  ...offenceCases,
  ...amountCases,
  ...referrerCases,
  ...procedureCases,
  ...historyCases,
  ...consentCases,
  ...unknownCases,
  ...combinationCases,
];
