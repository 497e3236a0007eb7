/** What a photo should weigh when it leaves the tablet: 10 s on a 240 kbit/s link. An aim, not a law. */
export const PHOTO_BUDGET_BYTES = 300_000;

/** Long edge of a kept photo. Smaller sources keep their size: nothing is ever enlarged. */
export const PHOTO_EDGE_PX = 1600;

/** Long edge of the picture shown on an attachment tile. */
export const THUMBNAIL_EDGE_PX = 320;
export const THUMBNAIL_QUALITY = 0.7;

/** No camera file is larger; a file that is would only be read into memory to be refused. */
export const SOURCE_MAX_BYTES = 64_000_000;

/**
 * From here on a JPEG is decoded at reduced size where the browser can, so every camera photo is: at
 * 12 MP that takes 60 ms instead of 95, and 16 MB less; at 48 MP 56 MB instead of 260. The whole
 * picture would be a little closer to the source (SSIM 0.997 against 0.996 before encoding), but the
 * next larger reduced size takes as long as the whole one (see bench/README.md).
 */
export const REDUCE_FROM_PIXELS = 5_000_000;

/** The most pixels decoded whole: 64-MP sensors, 260 MB as RGBA. */
export const DECODE_MAX_PIXELS = 65_000_000;

/** The most pixels believed of any header: a claim beyond it is an attack or damage, not a camera. */
export const SOURCE_MAX_PIXELS = 210_000_000;
