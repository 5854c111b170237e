import type { PdfWriter } from './writer.ts';

/** A piece of the page with its role (ISO 32000-1, 14.8.4), in reading order; `entries` are further ones of its dictionary. */
export type Element = { tag: 'Sect' | 'P' | 'H1' | 'Figure' | 'Link' | 'Form'; entries?: string; kids: readonly Kid[] };

/** What a piece holds: pieces, operators that paint it, or an annotation with its number and the entries of its dictionary. */
type Kid = Element | { paint: string } | { annotation: number; entries: string };

/** What a page needs to know of its structure. */
export type Tagged = { operators: string; key: number; annotations: number[] };

/** The structure of a document: what a screen reader goes through, page by page. */
export type StructureTree = {
  /** Writes one page's pieces. Gives the operators with their marks, the page's key in the parent tree, and its annotations. */
  add(section: Element, page: number): Tagged;
  /** Writes the root; gives its number. */
  finish(): number;
};

export function structureTree(file: PdfWriter): StructureTree {
  const [root, document] = [file.next(), file.next()];
  const sections: number[] = [];
  const parents: string[] = [];
  const newKey = (): number => parents.push('') - 1;

  return {
    add(section, page) {
      const key = newKey();
      const owners: number[] = [];
      const annotations: number[] = [];
      let operators = '';
      const write = ({ tag, entries, kids }: Element, parent: number): number => {
        const number = file.next();
        const holds = kids.map((kid) => {
          if ('tag' in kid) return `${write(kid, number)} 0 R`;
          if ('paint' in kid) {
            const mark = owners.push(number) - 1;
            operators += `/${tag} <</MCID ${mark}>> BDC\n${kid.paint}EMC\n`;
            return String(mark);
          }
          const own = newKey();
          parents[own] = `${number} 0 R`;
          annotations.push(kid.annotation);
          file.object(kid.annotation, `<< /Type /Annot ${kid.entries} /P ${page} 0 R /StructParent ${own} >>`);
          return `<< /Type /OBJR /Obj ${kid.annotation} 0 R >>`;
        });
        file.object(
          number,
          `<< /S /${tag} /P ${parent} 0 R /Pg ${page} 0 R${entries ? ` ${entries}` : ''} /K ${holds.length === 1 ? holds[0] : `[${holds.join(' ')}]`} >>`,
        );
        return number;
      };
      sections.push(write(section, document));
      parents[key] = `[${owners.map((owner) => `${owner} 0 R`).join(' ')}]`;
      return { operators, key, annotations };
    },
    finish() {
      const tree = file.next();
      file.object(tree, `<< /Nums [${parents.map((owner, key) => `${key} ${owner}`).join(' ')}] >>`);
      file.object(document, `<< /S /Document /P ${root} 0 R /K [${sections.map((section) => `${section} 0 R`).join(' ')}] >>`);
      file.object(root, `<< /Type /StructTreeRoot /K ${document} 0 R /ParentTree ${tree} 0 R /ParentTreeNextKey ${parents.length} >>`);
      return root;
    },
  };
}
