import { PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { marked } from './content.ts';
import { pageContent } from './fonts.ts';
import { at, broken, elements, value } from './objects.ts';

const roles = new Set(['Document', 'Sect', 'P', 'H1', 'H2', 'Figure', 'Link', 'Form']);

/** The rules for the structure that a screen reader follows (ISO 14289-1, 7). */
export function structureRules(document: PDFDocument): string[] {
  const root = at(document, document.context.trailerInfo.Root, 'StructTreeRoot');
  if (!(root instanceof PDFDict)) return ['There is a structure'];
  const parents = parentTree(document, root);
  const tree = walked(document, at(document, root, 'K'), root);
  const tagOf = (element: PDFObject | undefined) => String(value(at(document, element, 'S')));
  const headings = tree.map(({ element }) => tagOf(element)).filter((tag) => /^H\d$/.test(tag));
  const figures = tree.filter(({ element }) => tagOf(element) === 'Figure');
  return [
    ...broken([
      ['Every piece has a standard role', tree.length > 0 && tree.every(({ element }) => roles.has(tagOf(element)))],
      ['Every piece knows what it is part of', tree.every(({ element, parent }) => at(document, element, 'P') === parent)],
      ['The first heading is of the first level', headings[0] === 'H1'],
      ['Every figure is said in words', figures.every(({ element }) => String(value(at(document, element, 'Alt')) ?? '').length > 3)],
      ['Every figure says where it stands', figures.every(({ element }) => elements(at(document, element, 'A', 'BBox')).length === 4)],
    ]),
    ...new Set(document.getPages().flatMap(({ node }) => pageRules(document, node, parents))),
  ];
}

function pageRules(document: PDFDocument, page: PDFDict, parents: Map<number, PDFObject>): string[] {
  const { pieces, unmarked, nested } = marked(pageContent(document, page));
  const key = value(at(document, page, 'StructParents'));
  const owners = elements(at(document, parents.get(Number(key ?? Number.NaN))));
  return broken([
    ['Whatever is painted is marked, as a piece or as decoration', unmarked.length === 0 && !nested],
    ['The order of the tabulator is that of the structure', value(at(document, page, 'Tabs')) === 'S'],
    [
      'The tree of parents knows every piece of the page',
      pieces.size > 0 &&
        owners.length === pieces.size &&
        [...pieces].every(([number, role]) => {
          const owner = at(document, owners[number]);
          return (
            value(at(document, owner, 'S')) === role &&
            kidsOf(document, owner).some((kid) => kid instanceof PDFNumber && kid.asNumber() === number)
          );
        }),
    ],
    ['What can be touched is part of the structure and says what it is', annotationsHold(document, page, parents)],
  ]);
}

/** Links and fields: printed, in a piece of their kind that leads back to them, and described. */
function annotationsHold(document: PDFDocument, page: PDFDict, parents: Map<number, PDFObject>): boolean {
  return elements(at(document, page, 'Annots')).every((reference) => {
    const of = (...path: string[]) => at(document, reference, ...path);
    const owner = at(document, parents.get(Number(value(of('StructParent')) ?? Number.NaN)));
    const leadsBack = kidsOf(document, owner).some((kid) => kid instanceof PDFDict && kid.get(nameObj) === reference);
    const isLink = value(of('Subtype')) === 'Link';
    const described = isLink ? value(of('Contents')) : value(of('TU'));
    const flags = Number(value(of('F')) ?? 0);
    // Printed (4), and neither invisible, hidden, unseen (1, 2, 32) nor toggled (256).
    return (
      leadsBack &&
      Boolean(described) &&
      value(at(document, owner, 'S')) === (isLink ? 'Link' : 'Form') &&
      (flags & 4) !== 0 &&
      (flags & (1 | 2 | 32 | 256)) === 0 &&
      (isLink || of('AP', 'N') !== undefined)
    );
  });
}

const nameObj = PDFName.of('Obj');

function kidsOf(document: PDFDocument, element: PDFObject | undefined): PDFObject[] {
  const held = at(document, element, 'K');
  const kids = elements(held);
  return kids.length > 0 || held === undefined ? kids : [held];
}

function walked(document: PDFDocument, from: PDFObject | undefined, parent: PDFObject): { element: PDFObject; parent: PDFObject }[] {
  const element = at(document, from);
  if (!(element instanceof PDFDict) || at(document, element, 'S') === undefined) return [];
  return [
    { element, parent },
    ...kidsOf(document, element).flatMap((kid) => (kid instanceof PDFRef || kid instanceof PDFDict ? walked(document, kid, element) : [])),
  ];
}

function parentTree(document: PDFDocument, root: PDFObject): Map<number, PDFObject> {
  const numbers = elements(at(document, root, 'ParentTree', 'Nums'));
  const found = new Map<number, PDFObject>();
  for (let i = 0; i + 1 < numbers.length; i += 2) found.set(Number(value(numbers[i])), numbers[i + 1] as PDFObject);
  return found;
}
