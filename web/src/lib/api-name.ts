/** "Length overall" as the catalogue writes names: length_overall. */
export function apiName(label: string): string {
  const plain = label
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_\d]+|_+$/g, '');
  return plain.slice(0, 60);
}
