import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { ViewName } from '../state/place';

/** The views by name, each loaded when it is first shown. */
export const views: Record<ViewName, LazyExoticComponent<ComponentType>> = {
  week: lazy(async () => ({ default: (await import('../views/week/week-view')).WeekView })),
  calendar: lazy(async () => ({ default: (await import('../views/calendar/calendar-view')).CalendarView })),
  replies: lazy(async () => ({ default: (await import('../views/replies/replies-view')).RepliesView })),
  clients: lazy(async () => ({ default: (await import('../views/clients/clients-view')).ClientsView })),
  log: lazy(async () => ({ default: (await import('../views/log/log-view')).LogView })),
  load: lazy(async () => ({ default: (await import('../views/load/load-view')).LoadView })),
  settings: lazy(async () => ({ default: (await import('../views/settings/settings-view')).SettingsView })),
};

export const Welcome = lazy(async () => ({ default: (await import('../views/welcome/welcome-view')).WelcomeView }));
