/** The message will never be taken, however often it is tried. */
export class MailRefused extends Error {
  override name = "MailRefused";
}
