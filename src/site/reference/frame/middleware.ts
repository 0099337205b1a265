import type { MiddlewareHandler } from 'astro';
import { contentOf, Frame, Frames } from './frame.ts';

const frames = new Frames();

/** Puts the content of a page of the reference into the frame that Starlight made for the first page of its shape. */
export const onRequest: MiddlewareHandler = async (context, next) => {
  const framing: NonNullable<App.Locals['framing']> = { frames, values: undefined };
  context.locals.framing = framing;
  const response = await next();
  const { values } = framing;
  if (!values) return response;
  const html = await response.text();
  const canonical = context.site && new URL(context.url.pathname, context.site).href;
  let frame = frames.of(values);
  if (!frame) {
    frame = new Frame(html, canonical);
    frames.add(values, frame);
  }
  return new Response(frame.fill(values, contentOf(html), canonical), response);
};
