declare module '*.md?raw' {
  const text: string;
  export default text;
}

// Icons are imported one by one, because the package's own index names six thousand.
declare module '@tabler/icons-react/dist/esm/icons/*.mjs' {
  import type { IconNode } from '@tabler/icons-react';
  export const __iconNode: IconNode;
}
