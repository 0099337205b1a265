/** The colours of a body that is edited as text: a chunk that is fetched with the editor. */
export { EditorColours } from './EditorColours.tsx';
