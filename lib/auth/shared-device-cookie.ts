/** The cookie of a shared device; read by the proxy as well, which has no database. */
export const DEVICE_COOKIE = "oms-device";
/** A device that is opened at the start of a shift is closed after it. */
export const DEVICE_HOURS = 12;
/** Where a shared device begins, and goes back to after each person. */
export const DEVICE_PATH = "/tablet";
/** Drops what pages left behind; cookies are ended one by one. */
export const CLEAR_SITE_DATA = '"cache", "storage"';
