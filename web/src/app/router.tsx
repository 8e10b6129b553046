import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import type { QueryClient } from '@tanstack/react-query';
import { onSessionEnd } from '@/api/client';
import { ApiError } from '@/api/api-error';
import { firstStartQuery } from '@/api/first-start';
import { metadataQuery } from '@/api/metadata';
import { meQuery } from '@/api/session';
import { forgetOffline } from '@/lib/offline';
import { changePreferences, getPreferences } from '@/lib/preferences';
import { noteOpened, personalQuery } from '@/api/personal';
import { asking } from './asking';
import { Frame } from './frame/frame';
import { PageError } from './page-error';
import { PageSkeleton } from './page-skeleton';
import { NotFound } from './not-found';
import { queryClient } from './query-client';
import { frameSearch, listSearch, loginSearch, recordSearch, boardSearch, calendarSearch, duplicatesSearch, queueSearch } from './search';

/** What a new workspace is called until somebody names it. */
const unnamed = 'My company';

const todayPage = () => import('@/features/today/today-page');
const listPage = () => import('@/features/list/list-page');
const boardPage = () => import('@/features/board/board-page');
const recordPage = () => import('@/features/record/record-page');

const root = createRootRouteWithContext<{ queries: QueryClient }>()({ notFoundComponent: NotFound });

const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  validateSearch: loginSearch,
  // Nobody can log in to a workspace that has nobody yet.
  beforeLoad: async ({ context }) => {
    const first = await context.queries.ensureQueryData(firstStartQuery).catch(() => undefined);
    if (first?.needed) throw redirect({ to: '/welcome' });
  },
  component: lazyRouteComponent(() => import('@/features/login/login-page'), 'LoginPage'),
});

const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  beforeLoad: async ({ context }) => {
    const { needed } = await context.queries.ensureQueryData(firstStartQuery);
    if (!needed) throw redirect({ to: '/' });
  },
  component: lazyRouteComponent(() => import('@/features/login/welcome-page'), 'WelcomePage'),
});

/** Everything behind the login: asks who is there and what the catalogue has before anything is drawn. */
const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  validateSearch: frameSearch,
  beforeLoad: async ({ context, location }) => {
    try {
      await context.queries.ensureQueryData(meQuery);
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) throw redirect({ to: '/login', search: { from: location.href } });
      throw error;
    }
  },
  loader: ({ context }) => Promise.all([context.queries.ensureQueryData(metadataQuery), context.queries.ensureQueryData(personalQuery)]),
  component: Frame,
  errorComponent: PageError,
  pendingComponent: PageSkeleton,
  pendingMs: 100,
});

const today = createRoute({
  getParentRoute: () => frame,
  path: '/',
  // Whoever comes to a workspace that has no name yet begins with its first steps, once.
  beforeLoad: async ({ context }) => {
    const me = await context.queries.ensureQueryData(meQuery);
    const { started } = getPreferences();
    if (!me.administrator || me.organization.name !== unnamed || started.includes('seen')) return;
    changePreferences({ started: [...started, 'seen'] });
    throw redirect({ to: '/start' });
  },
  loader: (entered) => asking(todayPage, entered),
  component: lazyRouteComponent(todayPage, 'TodayPage'),
});

const calendar = createRoute({
  getParentRoute: () => frame,
  path: '/calendar',
  validateSearch: calendarSearch,
  component: lazyRouteComponent(() => import('@/features/calendar/calendar-page'), 'CalendarPage'),
});

const queue = createRoute({
  getParentRoute: () => frame,
  path: '/queue',
  validateSearch: queueSearch,
  component: lazyRouteComponent(() => import('@/features/queue/queue-page'), 'QueuePage'),
});

const start = createRoute({
  getParentRoute: () => frame,
  path: '/start',
  component: lazyRouteComponent(() => import('@/features/start/start-page'), 'StartPage'),
});

const sessions = createRoute({
  getParentRoute: () => frame,
  path: '/account/sessions',
  component: lazyRouteComponent(() => import('@/features/account/sessions-page'), 'SessionsPage'),
});

const navigationSettings = createRoute({
  getParentRoute: () => frame,
  path: '/account/navigation',
  component: lazyRouteComponent(() => import('@/features/account/navigation-page'), 'NavigationPage'),
});

const notificationSettings = createRoute({
  getParentRoute: () => frame,
  path: '/account/notifications',
  component: lazyRouteComponent(() => import('@/features/notifications/settings-page'), 'NotificationSettingsPage'),
});

const list = createRoute({
  getParentRoute: () => frame,
  path: '/o/$object',
  validateSearch: listSearch,
  loader: (entered) => asking(listPage, entered, listSearch),
  component: lazyRouteComponent(listPage, 'ListPage'),
});

const board = createRoute({
  getParentRoute: () => frame,
  path: '/o/$object/board',
  validateSearch: boardSearch,
  loader: (entered) => asking(boardPage, entered, boardSearch),
  component: lazyRouteComponent(boardPage, 'BoardPage'),
});

const record = createRoute({
  getParentRoute: () => frame,
  path: '/o/$object/$id',
  validateSearch: recordSearch,
  loader: (entered) => asking(recordPage, entered),
  component: lazyRouteComponent(recordPage, 'RecordPage'),
});

const importing = createRoute({
  getParentRoute: () => frame,
  path: '/o/$object/import',
  component: lazyRouteComponent(() => import('@/features/import/import-page'), 'ImportPage'),
});

const imports = createRoute({
  getParentRoute: () => frame,
  path: '/imports',
  component: lazyRouteComponent(() => import('@/features/import/imports-page'), 'ImportsPage'),
});

const importReport = createRoute({
  getParentRoute: () => frame,
  path: '/imports/$id',
  component: lazyRouteComponent(() => import('@/features/import/import-report-page'), 'ImportReportPage'),
});

const duplicates = createRoute({
  getParentRoute: () => frame,
  path: '/o/$object/duplicates',
  validateSearch: duplicatesSearch,
  component: lazyRouteComponent(() => import('@/features/duplicates/duplicates-page'), 'DuplicatesPage'),
});

const setup = createRoute({
  getParentRoute: () => frame,
  path: '/setup',
  component: lazyRouteComponent(() => import('@/features/setup/setup-layout'), 'SetupLayout'),
});

const setupObjects = createRoute({
  getParentRoute: () => setup,
  path: '/',
  component: lazyRouteComponent(() => import('@/features/setup/setup-page'), 'SetupPage'),
});

const setupArea = createRoute({
  getParentRoute: () => setup,
  path: '/area/$area',
  component: lazyRouteComponent(() => import('@/features/setup/area-page'), 'AreaPage'),
});

const setupObject = createRoute({
  getParentRoute: () => setup,
  path: '/$object',
  validateSearch: recordSearch,
  component: lazyRouteComponent(() => import('@/features/setup/object-page'), 'ObjectPage'),
});

const setupPipelines = createRoute({
  getParentRoute: () => setup,
  path: '/pipelines',
  component: lazyRouteComponent(() => import('@/features/setup/pipelines-page'), 'PipelinesPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([login, welcome, frame.addChildren([today, calendar, queue, start, sessions, navigationSettings, notificationSettings, list, board, importing, imports, importReport, duplicates, record, setup.addChildren([setupObjects, setupPipelines, setupArea, setupObject])])]),
  context: { queries: queryClient },
  defaultPreload: 'intent',
  defaultErrorComponent: PageError,
  defaultPendingComponent: PageSkeleton,
  defaultPendingMs: 100,
  defaultPendingMinMs: 0,
  scrollRestoration: true,
});

/** Asks for what the first page needs all at once: who is there, the catalogue, and the code of the page. */
export function beginFirstPage(): void {
  const [matchedRoutes] = router.getMatchedRoutes(router.latestLocation.pathname);
  matchedRoutes.forEach((route) => void router.loadRouteChunk(route));
  if (!matchedRoutes.some(({ id }) => id === frame.id)) return;
  void queryClient.prefetchQuery(meQuery);
  void queryClient.prefetchQuery(metadataQuery);
}

router.subscribe('onResolved', ({ toLocation }) => {
  const id = /^\/o\/[^/]+\/(\w{18})$/.exec(toLocation.pathname)?.[1];
  if (id) void noteOpened(queryClient, id);
});

onSessionEnd(() => {
  const { pathname, href } = router.state.location;
  if (pathname === '/login') return;
  queryClient.clear();
  void forgetOffline();
  void router.navigate({ to: '/login', search: { from: href, expired: true } });
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
  interface HistoryState {
    /** The list that a record was opened from, as JSON, so that the next record can be found. */
    list?: string;
  }
}
