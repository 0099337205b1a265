/** What tools of the pages read of a sandbox's answers. */

/** What a refusal says. */
export function messageOf(status: number, text: string): string {
  try {
    return (JSON.parse(text) as { error: { message: string } }).error.message;
  } catch {
    return `The sandbox answered ${status}.`;
  }
}

/** The data of an answer; undefined where it has none. @throws Error with its words where it is a refusal */
export async function expectOk<Result>(response: Response): Promise<Result> {
  const text = await response.text();
  if (!response.ok) throw new Error(messageOf(response.status, text));
  return (text === '' ? undefined : JSON.parse(text)) as Result;
}
