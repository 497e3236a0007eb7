/** What a photo should weigh when it leaves the tablet: 10 s on a 240 kbit/s link. An aim, not a law. */
export const PHOTO_BUDGET_BYTES = 300_000;

/** Long edge of a kept photo. Smaller sources keep their size: nothing is ever enlarged. */
export const PHOTO_EDGE_PX = 1600;

/** Long edge of the picture shown on an attachment tile. */
export const THUMBNAIL_EDGE_PX = 320;

/** No camera file is larger; a file that is would only be read into memory to be refused. */
export const SOURCE_MAX_BYTES = 64_000_000;

/**
 * The most pixels decoded at once: 64-MP sensors, 260 MB as RGBA. JPEGs that the browser can decode
 * at reduced size count with that reduced size, so 108- and 200-MP photos pass too.
 */
export const DECODE_MAX_PIXELS = 65_000_000;

/** The most pixels believed of any header: a claim beyond it is an attack or damage, not a camera. */
export const SOURCE_MAX_PIXELS = 210_000_000;
