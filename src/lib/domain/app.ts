/** Name and version as they stand in exported files; a test holds the version to package.json. */
export const APP_NAME = 'Tracklens';
export const APP_VERSION = '0.1.0';
