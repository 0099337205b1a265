/**
 * Keeps a file under its name, or one like it where another file has that, as `photo-2.jpg`.
 * @param current The name in the file's place so far: that file is no longer needed.
 * @returns The name.
 */
export function keepFile(files: Map<string, File>, file: File, current: string): string {
  files.delete(current);
  let name = file.name;
  for (let n = 2; files.has(name); n += 1) name = file.name.replace(/(\.[^.]*)?$/, `-${n}$1`);
  files.set(name, file);
  return name;
}
