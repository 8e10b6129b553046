import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import '@/ui/base.css';
import { App } from './app';
import { beginFirstPage } from './router';

const root = document.getElementById('root');
if (root) {
  beginFirstPage();
  startTransition(() =>
    createRoot(root).render(
      <StrictMode>
        <App />
      </StrictMode>,
    ),
  );
}
