/** The tool of the authentication's guide. */
import { h } from 'preact';
import { mountDemo } from '../mount-demo.ts';
import '../steps.css';
import { SignInSteps } from './SignInSteps.tsx';

export function mount(place: HTMLElement): void {
  mountDemo(place, h(SignInSteps, {}));
}
