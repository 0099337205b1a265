/** Checks large answers beside the page, which stays responsive meanwhile. */
import { checkResponse } from './check-response.ts';

addEventListener('message', ({ data }: MessageEvent<Parameters<typeof checkResponse>>) => {
  postMessage(checkResponse(...data));
});
