/**
 * What a browser draws apart from the words around it (HTML Standard 15.3, "Rendering": all that is not inline there;
 * a name that HTML does not know is inline).
 */
const BLOCKS = [
  'address,article,aside,blockquote,body,caption,center,dd,details,dialog,dir,div,dl,dt,fieldset,figcaption,figure',
  'footer,form,h1,h2,h3,h4,h5,h6,header,hgroup,hr,legend,li,listing,main,menu,nav,ol,optgroup,option,p,plaintext,pre',
  'search,section,summary,table,tbody,td,tfoot,th,thead,tr,ul,xmp',
].join(',');

export const isBlock = (element: Element): boolean => element.matches(BLOCKS);

/** Whether there is a block inside an element: it is no part of one line. */
export const holdsBlock = (element: Element): boolean => element.querySelector(BLOCKS) !== null;

/** The text of a node with a blank wherever a reader sees one: around every block and at every line break. */
export function spacedText(node: Node): string {
  if (node.nodeType === 3) return node.textContent ?? '';
  const inner = [...node.childNodes].map(spacedText).join('');
  return node.nodeType === 1 && (node as Element).matches(`br,${BLOCKS}`) ? ` ${inner} ` : inner;
}
