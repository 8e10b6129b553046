import { useMediaQuery } from '@mantine/hooks';

/** Whether the window is as narrow as that of a phone, where pages are drawn for a thumb. */
export const usePhone = () => useMediaQuery('(max-width: 639px)', undefined, { getInitialValueInEffect: false });
