const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Has this text the shape of an id? Anything else in an address is "not found". */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** Has this text the shape of a borough's GSS code? */
export function isBoroughCode(text: string): boolean {
  return /^E\d{8}$/.test(text);
}
