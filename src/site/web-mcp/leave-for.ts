/** Milliseconds within which the browser hands on what a tool has answered: with its page, the answer would be lost. */
const HAND_ON = 250;

/** Opens another page of this site, once the tool that asked for it has answered. */
export function leaveFor(address: string): void {
  setTimeout(() => location.assign(address), HAND_ON);
}
