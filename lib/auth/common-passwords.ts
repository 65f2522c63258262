import "server-only";
import { dictionary } from "@zxcvbn-ts/language-common";

/** 49,000 passwords found in breaches (zxcvbn-ts), and the words of this scheme. */
const COMMON = new Set(dictionary["passwords-common"]);
const OWN_WORDS = /^(operation)?[\s-]*make[\s-]*safe[\s\d!.]*$/;

/** Is this among the passwords that people try first? */
export function isCommonPassword(password: string): boolean {
  const plain = password.toLowerCase();
  return COMMON.has(plain) || OWN_WORDS.test(plain) || /^(.)\1+$/.test(plain);
}
