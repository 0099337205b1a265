/** Stands between the parts of a multipart body that is written here, and in no file or example. */
export const BOUNDARY = 'boundary-5f2b9c41d7e8';
