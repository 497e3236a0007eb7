/** The tablet's one database; the recovery page opens it without the app. */
export const APP_DB_NAME = "bpm-field";
