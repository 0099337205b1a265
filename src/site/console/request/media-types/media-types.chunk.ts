/** The chunk of an operation whose body is not JSON alone: the choice of its media type, and files. */
import { FileControl } from './FileControl.tsx';
import { MediaTypeField } from './MediaTypeField.tsx';

export const formats = { FileControl, MediaTypeField };

export type Formats = typeof formats;
