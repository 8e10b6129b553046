import { DirectionProvider, HeadlessMantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { I18nProvider } from '@/i18n/i18n-provider';
import { atLeisure } from '@/lib/at-leisure';
import { Announcer } from '@/ui/announcer/announcer';
import { CommandProvider } from '@/ui/command/command-provider';
import { ToastProvider } from '@/ui/toast/toast-provider';
import { queryClient } from './query-client';
import { router } from './router';
import { useAppearance } from './use-appearance';

const TooltipLayer = atLeisure(async () => (await import('@/ui/tooltip/tooltip-layer')).TooltipLayer);

/** The providers, from the outside in. Mantine gives behaviour only: all looks are ours. */
export function App() {
  const direction = useAppearance();
  return (
    <QueryClientProvider client={queryClient}>
      <I18nProvider>
        <DirectionProvider key={direction} initialDirection={direction} detectDirection={false}>
          <HeadlessMantineProvider>
            <ToastProvider>
              <CommandProvider>
                <RouterProvider router={router} />
                <TooltipLayer />
              </CommandProvider>
              <Announcer />
            </ToastProvider>
          </HeadlessMantineProvider>
        </DirectionProvider>
      </I18nProvider>
    </QueryClientProvider>
  );
}
