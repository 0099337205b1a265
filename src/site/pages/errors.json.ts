import { jsonFile } from '../file-response.ts';
import { policies } from '../facts/spec.ts';

/** The error catalogue for programs, the console among them. */
export const GET = () =>
  jsonFile({
    errors: policies.errors.map(({ code, status, type, title, message, cause, fix }) => ({
      code,
      status,
      type,
      title,
      message,
      cause,
      fix,
      url: `/errors/#${code}`,
    })),
  });
