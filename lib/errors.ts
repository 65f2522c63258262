/** There is no such thing, or it is not yours: the two look the same. */
export class NotFound extends Error {
  override name = "NotFound";
}

/** You are signed in, and your role may not do this. */
export class Forbidden extends Error {
  override name = "Forbidden";
}

/** Somebody else changed it first, or the same form was sent with other words. */
export class Conflict extends Error {
  override name = "Conflict";
}

/** A rule of the domain says no; `field` names the form field, `message` says how to mend it. */
export class RuleBroken extends Error {
  override name = "RuleBroken";
  readonly field: string;
  constructor(field: string, message: string) {
    super(message);
    this.field = field;
  }
}
