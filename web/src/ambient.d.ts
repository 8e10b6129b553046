declare module '*.md?raw' {
  const text: string;
  export default text;
}

// Icons are imported one by one, because the package's own index names six thousand.
declare module '@tabler/icons-react/dist/esm/icons/*.mjs' {
  import type { TablerIcon } from '@tabler/icons-react';
  const icon: TablerIcon;
  export default icon;
}
