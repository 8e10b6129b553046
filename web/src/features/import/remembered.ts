/** How the columns of a file went to fields last time, so that the same kind of file needs no mapping twice. */
export interface Remembered {
  /** Target of each column. */
  chosen: string[];
  match: string;
  mode: string;
  relations: Record<string, RelationRule>;
}

export interface RelationRule {
  /** Field by which the other record is found; empty: by whatever fits. */
  match?: string;
  createMissing?: boolean;
  /** E-mail address of the one who takes the place of somebody who is not there. */
  otherwise?: string;
}

const keyOf = (object: string, columns: readonly string[]) => `rapport.import.${object}.${columns.join('|').toLowerCase()}`;

export function recall(object: string, columns: readonly string[]): Remembered | null {
  try {
    const kept = localStorage.getItem(keyOf(object, columns));
    return kept ? (JSON.parse(kept) as Remembered) : null;
  } catch {
    return null;
  }
}

export function remember(object: string, columns: readonly string[], mapping: Remembered): void {
  try {
    localStorage.setItem(keyOf(object, columns), JSON.stringify(mapping));
  } catch {
    // Without storage every file is mapped anew.
  }
}
