/** The tool of the workflows' page. */
import { h } from 'preact';
import { mountDemo } from '../mount-demo.ts';
import { sitePath } from '../../ui/site-path.ts';
import '../steps.css';
import './workflows.css';
import { readDocument } from './arazzo/read-document.ts';
import type { WorkflowFacts } from './facts.ts';
import { Workflows } from './Workflows.tsx';

export async function mount(place: HTMLElement, facts: string): Promise<void> {
  const { document, operations } = JSON.parse(facts) as WorkflowFacts;
  const response = await fetch(sitePath(document));
  if (!response.ok) throw new Error(`${document} was answered with ${response.status}`);
  const workflows = readDocument(await response.json());
  mountDemo(place, h(Workflows, { workflows, operations }));
}
