/** One name for all spellings that many providers deliver to one mailbox. For counting alone: mail goes to what was typed. */
export function folded(address: string): string {
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at).toLowerCase();
  return `${(local.split('+', 1)[0] ?? '').replaceAll('.', '')}${address.slice(at).toLowerCase()}`;
}
