import type { APIRoute, GetStaticPaths } from 'astro';
import { site as published } from 'astro:config/server';
import { skills } from '../../../../skills/skills.ts';

export const getStaticPaths: GetStaticPaths = () =>
  skills(new URL(published ?? 'http://localhost')).map(({ name, text }) => ({ params: { name }, props: { text } }));

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
