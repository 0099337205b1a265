import { useEffect, useRef } from 'preact/hooks';
import { keepFile } from './keep-file.ts';

export interface FileControlProps {
  /** Of the control: its id, what describes it. */
  attributes: Record<string, unknown>;
  files: Map<string, File>;
  /** Stands for the file in the body; empty: none is chosen. */
  name: string;
  onName: (name: string) => void;
}

/** A file of the reader's. It shows the one that is kept under its name, also when it is drawn anew. */
export function FileControl({ attributes, files, name, onName }: FileControlProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const file = files.get(name);
    if (!input.current || input.current.files?.[0] === file) return;
    const chosen = new DataTransfer();
    if (file) chosen.items.add(file);
    input.current.files = chosen.files;
  }, [name]);
  return (
    <input
      {...attributes}
      ref={input}
      type="file"
      onChange={({ currentTarget }) => {
        const [file] = currentTarget.files ?? [];
        onName(file ? keepFile(files, file, name) : '');
      }}
    />
  );
}
